import { listOf, type Members, membersOf, Open } from './open.ts';

/** What an override of a mixed instances policy may hold, with Amazon EC2 Auto Scaling's names. */
type Named = (override: Members) => Members;

/**
 * The instance type of a group's machines by the overrides of its mixed instances policy: undefined where there are none,
 * open where EC2 Auto Scaling chooses, or where an override says more than a type.
 * @param named an override with the service's own names
 */
export function groupType(overrides: unknown, named: Named = (same) => same): unknown {
  const written = listOf(overrides);
  const open = written.find((one) => one instanceof Open);
  if (open !== undefined) return open;
  const read = written.map((one) => named(membersOf(one)));
  if (read.some(({ InstanceRequirements }) => isWritten(InstanceRequirements))) {
    return new Open('is chosen by AWS among those that meet the requirements');
  }
  if (read.some(({ LaunchTemplateSpecification }) => isWritten(LaunchTemplateSpecification))) {
    return new Open('comes with a launch template of its own, which lm does not read');
  }
  if (read.some(({ WeightedCapacity }) => isWritten(WeightedCapacity))) {
    return new Open('has a weight, so that the number of machines is not known');
  }
  const types = read.map(({ InstanceType }) => InstanceType);
  return types.length > 1 ? new Open(`is chosen by EC2 Auto Scaling: ${types.map(shown).join(', ')}`) : types[0];
}

/** Terraform writes an empty list or an empty text for what is not there. */
const isWritten = (value: unknown): boolean => value instanceof Open || listOf(value).some((one) => one !== '');

const shown = (type: unknown): string => (type instanceof Open ? 'one that is not known' : String(type));

/** Why a desired capacity is no number of machines; undefined where it is one. */
export const unitsOfCapacity = (type: unknown): string | undefined =>
  type === undefined || type === null || type === '' || type === 'units'
    ? undefined
    : 'is no number of machines but of vCPUs or memory';
