import type { Look } from './looks.ts';
import type { Verb } from './verbs-licence.ts';

/** The rows of service-linked roles. */
export const ROLE_VERBS: Readonly<Record<string, Verb>> = {
  'create-role': async (stage, { words: [AWSServiceName] }) => {
    await stage.call('iam:CreateServiceLinkedRole', { AWSServiceName });
  },
  /** `delete-role ROLE as TASK` */
  'delete-role': async (stage, { words: [RoleName, , name = ''] }) => {
    const { DeletionTaskId } = await stage.call('iam:DeleteServiceLinkedRole', { RoleName });
    stage.name(name, DeletionTaskId);
  },
  'ask-role': async (stage, { words: [RoleName] }) => {
    await stage.call('iam:GetRole', { RoleName });
  },
  /** `deletion TASK [STATUS [REGION ...]]`: what became of it, and in which Regions something is in the way. */
  deletion: async (stage, { words: [name = '', ...wanted] }) => {
    const DeletionTaskId = stage.id(name);
    const { Status, Reason } = await stage.call('iam:GetServiceLinkedRoleDeletionStatus', { DeletionTaskId });
    const regions = (Reason?.RoleUsageList ?? []).map(({ Region }) => Region);
    const seen = [Status, ...regions].join(' ');
    if (seen !== wanted.join(' ')) throw new Error(`the deletion is ${seen}: ${Reason?.Reason}`);
  },
};

export const ROLE_LOOKS: Readonly<Record<string, Look>> = {
  /** `roles NAME ...`: exactly these, by name, page by page. */
  roles: async (stage, { words }) => {
    const seen: (string | undefined)[] = [];
    for (let Marker: string | undefined, first = true; first || Marker !== undefined; first = false) {
      const page = await stage.sandbox.call('iam:ListRoles', { MaxItems: 1, Marker }, stage.scope);
      seen.push(...(page.Roles ?? []).map(({ RoleName }) => RoleName));
      Marker = page.Marker;
    }
    return { seen: seen.join(' '), wanted: words.join(' ') };
  },
};
