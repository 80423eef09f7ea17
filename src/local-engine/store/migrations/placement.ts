/** What placing machines through host resource groups asks besides. */
export const PLACEMENT = `
-- how many hosts of a family an account has, against its quota, when a group allocates one
CREATE INDEX host_allocated ON host (account, region, family) WHERE released_at IS NULL;
`;
