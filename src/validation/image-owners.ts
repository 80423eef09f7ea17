/** AMIs of these owners carry no license configuration of anybody's. */
const VENDORS: ReadonlySet<string> = new Set(['amazon', 'aws-marketplace', 'aws-backup-vault']);

/** Whether an AMI is offered by AWS or through its marketplace. */
export const isOffered = ({ ImageOwnerAlias = '' }: { readonly ImageOwnerAlias?: string | undefined }): boolean =>
  VENDORS.has(ImageOwnerAlias);
