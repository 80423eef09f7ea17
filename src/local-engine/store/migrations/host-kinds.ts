/** A launch into a group reads a few hosts of each kind, however many there are. */
export const HOST_KINDS = `
-- the keys of the configurations that a host is charged to, rising, joined by commas: hosts of a kind have the same
ALTER TABLE host ADD COLUMN charged_to TEXT NOT NULL DEFAULT '';
CREATE TRIGGER host_charged AFTER INSERT ON host_charge BEGIN
  UPDATE host SET charged_to = (
    SELECT coalesce(group_concat(configuration_key), '')
    FROM (SELECT configuration_key FROM host_charge WHERE host_id = new.host_id ORDER BY configuration_key))
  WHERE id = new.host_id;
END;
CREATE TRIGGER host_uncharged AFTER DELETE ON host_charge BEGIN
  UPDATE host SET charged_to = (
    SELECT coalesce(group_concat(configuration_key), '')
    FROM (SELECT configuration_key FROM host_charge WHERE host_id = old.host_id ORDER BY configuration_key))
  WHERE id = old.host_id;
END;
UPDATE host SET charged_to = (
  SELECT coalesce(group_concat(configuration_key), '')
  FROM (SELECT configuration_key FROM host_charge WHERE host_id = host.id ORDER BY configuration_key));

-- A launch into a group: by what hosts take (every type of a family, or one), their kinds, and of each the fullest that have
-- room. No generated columns: they cannot be copied when a snapshot is loaded. It takes the place of host_of_group.
DROP INDEX host_of_group;
CREATE INDEX host_kind ON host (group_key, coalesce(instance_type, family),
  zone || ' ' || cores || ' ' || sockets || ' ' || charged_to, capacity_units - used_units, id)
  WHERE group_key IS NOT NULL AND joins_at IS NULL AND state = 'available';
`;
