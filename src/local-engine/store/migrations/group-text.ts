/** What Resource Groups keeps of any group beside its description. */
export const GROUP_TEXT = `
ALTER TABLE host_group ADD COLUMN criticality INTEGER;
ALTER TABLE host_group ADD COLUMN owner TEXT;
ALTER TABLE host_group ADD COLUMN display_name TEXT;
`;
