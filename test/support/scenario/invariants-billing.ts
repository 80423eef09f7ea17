import { expect } from 'vitest';
import type { Database } from '../../../src/local-engine/store/database.ts';
import { MATRIX, PLACES, tenancyOf } from '../matrix.ts';

/** What runs may run where it does: the table of billing codes and places, whatever brought the machine there. */
export function codesFitPlaces(db: Database): void {
  const rows = db.all(
    `SELECT id, usage_operation AS code, tenancy, group_arn AS named FROM instance WHERE state IN ('running', 'pending')`,
  );
  const forbidden = MATRIX.filter((cell) => !cell.allowed).map(({ code, place }) => `${code} ${place}`);
  const placeOf = ({ tenancy, named }: (typeof rows)[number]) =>
    named !== null ? 'group' : (PLACES.find((place) => tenancyOf(place) === tenancy) ?? '');
  const wrong = rows.filter((row) => forbidden.includes(`${row.code} ${placeOf(row)}`));
  expect(wrong, 'machines where their billing code may not run').toEqual([]);
}

/**
 * A machine is billed as its last conversion that changed the billing says, else as its AMI, and one conversion at a time is
 * under way (convert-success-effect, convert-ami-unchanged, convert-one-task-at-a-time).
 */
export function billingFollowsConversions(db: Database): void {
  const wrong = db.all(
    `SELECT instance.id, instance.usage_operation, instance.platform_details FROM instance
     LEFT JOIN image ON image.id = image_id
     LEFT JOIN conversion ON conversion.key = (
       SELECT max(key) FROM conversion WHERE instance_id = instance.id AND switched_at IS NOT NULL)
     WHERE instance.usage_operation <> coalesce(destination, image.usage_operation, instance.usage_operation)
       OR usage_operation_at IS NOT switched_at
       OR (destination IS NULL AND instance.platform_details <> image.platform_details)`,
  );
  expect(wrong, 'machines that are billed otherwise than their AMI or conversion says').toEqual([]);
  const twice = db.all(
    `SELECT instance_id FROM conversion WHERE status = 'IN_PROGRESS' GROUP BY instance_id HAVING count(*) > 1`,
  );
  expect(twice, 'machines with two conversions under way').toEqual([]);
}
