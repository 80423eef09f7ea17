/** Hosts of a group page by page. */
export const GROUP_MEMBERS = `
-- ListGroupResources: the hosts of a group in the order of their keys
CREATE INDEX host_member ON host (group_key) WHERE group_key IS NOT NULL;
`;
