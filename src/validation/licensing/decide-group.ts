import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { HostFact, HostGroupFact, World } from '../../contract/world.ts';
import { type ConstraintId, check } from '../catalogue/index.ts';
import { hostFamily } from '../host-families.ts';
import { parameterValues } from '../host-group.ts';
import { Asking } from './ask.ts';

/** What the settings of a group may break, in order. */
export const SETTINGS_CONSTRAINTS = [
  'hrg-configuration-types',
  'hrg-configuration-items',
  'hrg-parameter-names',
  'hrg-any-or-listed',
  'hrg-family-known',
  'license-configuration-arn-malformed',
  'config-region-scoped',
  'launch-unknown-config',
  'launch-config-not-shared',
  'hrg-core-socket-only',
] as const satisfies readonly ConstraintId[];

/** The members of a request that say what a group is. */
export type GroupTerms = Pick<Input<'resource-groups:CreateGroup'>, 'Configuration' | 'ResourceQuery'>;

/** Every reason, in order, why settings cannot be those of a host resource group; what could not be read stands in `asking`. */
export function settingsViolations(terms: GroupTerms, world: World, asking = new Asking()): readonly Violation[] {
  const listed = parameterValues(terms.Configuration ?? [], 'allowed-host-based-license-configurations') ?? [];
  return [
    ...check('hrg-configuration-types', terms),
    ...check('hrg-configuration-items', terms),
    ...check('hrg-parameter-names', terms),
    ...check('hrg-any-or-listed', terms),
    ...check('hrg-family-known', terms),
    ...[...new Set(listed)].flatMap((arn) => configurationViolations(arn, world, asking)),
  ];
}

/** A configuration that a group lists exists here, may be used by the caller, and counts cores or sockets. */
function configurationViolations(arn: string, world: World, asking: Asking): readonly Violation[] {
  const { account, region } = world.caller;
  const wrong = [
    ...check('license-configuration-arn-malformed', { LicenseConfigurationArn: arn, region }),
    ...check('config-region-scoped', { LicenseConfigurationArn: arn, region }),
  ];
  if (wrong.length > 0) return wrong;
  const fact = world.configuration(arn);
  const found = asking.value(fact, `license configuration ${arn}`);
  if (!fact.known) return [];
  if (found === undefined) return check('launch-unknown-config', { LicenseConfigurationArn: arn, found: false });
  return [
    ...check('launch-config-not-shared', { ...found, configuration: found.name, accountId: account }),
    ...check('hrg-core-socket-only', { configuration: found.name, counting: found.counting }),
  ];
}

/** What a host that is added may break, in order. */
export const JOIN_CONSTRAINTS = [
  'hrg-add-host-owner',
  'host-not-found',
  'host-launch-states',
  'hrg-host-in-group',
  'hrg-add-host-match',
  'hrg-nitro-mixed',
  'hrg-host-limit',
] as const satisfies readonly ConstraintId[];

/**
 * May this host join the group? First whose it is and how it is, then everything that does not fit.
 * @param other the name of the group that it is in already
 * @returns every reason against it, in order; none where it may join
 */
export function joinViolations(
  host: HostFact,
  group: HostGroupFact,
  other: string | undefined,
  world: World,
  asking = new Asking(),
): readonly Violation[] {
  const { hostId, state, family } = host;
  const first = [
    ...check('hrg-add-host-owner', { hostId, hostOwner: host.ownerId, group: group.name, ownerId: group.ownerId }),
    ...check('host-launch-states', { hostId, state }),
    ...check('hrg-host-in-group', { hostId, group: group.name, other }),
  ];
  if (first.length > 0) return first;
  const foreign = host.chargedTo
    .filter((arn) => group.configurations?.includes(arn) === false)
    .map((arn) => asking.value(world.configuration(arn), `license configuration ${arn}`)?.name ?? arn);
  const { instanceType } = host;
  return [
    ...check('hrg-add-host-match', { hostId, group: group.name, family, families: group.families, foreign }),
    ...(instanceType === undefined ? [] : check('hrg-nitro-mixed', nitroSubject(instanceType, family, group))),
    ...check('hrg-host-limit', {
      group: group.name,
      present: group.hostLimit?.present ?? 0,
      adding: 1,
      limit: group.hostLimit?.limit,
    }),
  ];
}

/** A type that is to run in a group, or to which a joining host is bound, beside what runs in the group and is not Nitro-based. */
export function nitroSubject(instanceType: string, family: string, { name, running }: HostGroupFact) {
  const isNitro = (one: string) => hostFamily(one)?.nitro === true;
  const others = running.flatMap((kind) => (isNitro(kind.family) ? [] : (kind.instanceType ?? [])));
  return { group: name, instanceType, nitro: isNitro(family), running: others };
}
