/** The two members of an AMI that VM Import writes its task into. */
interface Named {
  readonly Name?: string | undefined;
  readonly ImageLocation?: string | undefined;
}

const TASK = /(?:^|\/)(import-ami-[\w-]+)$/;

/**
 * The task that imported an AMI: VM Import names what it makes, and the place of it, after that (VM Import/Export User
 * Guide).
 * @returns undefined for an AMI that says of no task
 */
export function importTaskOf({ Name = '', ImageLocation = '' }: Named): string | undefined {
  return TASK.exec(ImageLocation)?.[1] ?? TASK.exec(Name)?.[1];
}
