import type { ChangeStep, WorldChange } from '../../../contract/plan.ts';
import type { Scope } from '../../../contract/ports.ts';
import { parseResourceArn } from '../../arns.ts';
import { parseCounting } from '../../words.ts';
import { newHost } from '../new-host.ts';
import { listOf, type Members, Reading } from '../open.ts';
import type { ZoneOf } from '../zones.ts';
import type { Change } from './document.ts';
import { makes, type PlanView } from './plan-view.ts';

export interface Where {
  readonly view: PlanView;
  readonly zoneOf: ZoneOf;
  readonly scope: Scope;
  readonly file: string;
}

/** What a resource changes for the launches that follow: configurations, associations and Dedicated Hosts. */
export function worldChange(change: Change, where: Where): readonly ChangeStep[] {
  switch (change.type) {
    case 'aws_licensemanager_license_configuration':
      if (makes(change)) {
        return [...goes(change, where, arnBefore), step(change, where, (reading) => created(change, where, reading))];
      }
      if (change.actions.includes('delete')) return goes(change, where, arnBefore);
      return change.actions.includes('update') ? changedTerms(change, where) : [];
    case 'aws_licensemanager_association':
      return [
        ...goes(change, where, imageBefore),
        ...(makes(change) ? [step(change, where, (reading) => associated(where.view.after(change), reading))] : []),
      ];
    case 'aws_ec2_host':
      return hostChange(change, where);
    default:
      return [];
  }
}

/** Resources that would concern licences if it were known what becomes of them. */
const CONCERNED =
  /^aws_(instance|launch_template|autoscaling_group|ec2_host|licensemanager_(license_configuration|association))$/;

/** A change that Terraform puts off: what it will be is open. */
export function deferredChange(change: Change, where: Where): readonly ChangeStep[] {
  if (!CONCERNED.test(change.type)) return [];
  return [step(change, where, (reading) => postponed(reading))];
}

function postponed(reading: Reading): undefined {
  reading.miss('what becomes of it', 'is put off to a later plan');
}

function step(change: Change, { file }: Where, read: (reading: Reading) => WorldChange | undefined): ChangeStep {
  const reading = new Reading();
  const made = read(reading);
  const { address, type, line } = change;
  return { kind: 'change', address, type, place: { file, line }, change: made, open: reading.open };
}

/** What a resource that is destroyed is about: Terraform may launch before or after. */
function goes(change: Change, where: Where, about: (before: Members) => string | undefined): readonly ChangeStep[] {
  const subject = change.actions.includes('delete') ? about(change.before) : undefined;
  return subject === undefined ? [] : [step(change, where, () => ({ kind: 'unsettled', subject }))];
}

const arnBefore = ({ arn, id }: Members): string | undefined => [arn, id].find((one) => typeof one === 'string');

function imageBefore({ resource_arn: arn }: Members): string | undefined {
  const resource = typeof arn === 'string' ? parseResourceArn(arn) : undefined;
  return resource?.kind === 'EC2_AMI' ? resource.id : undefined;
}

/** The terms that decide; a change of the description is none. */
function termsOf(values: Members, reading: Reading) {
  const rules = listOf(values.license_rules).flatMap((rule) => reading.text(rule, 'license rules') ?? []);
  const limit = reading.number(values.license_count, 'license_count');
  return { limit, hard: reading.flag(values.license_count_hard_limit, 'license_count_hard_limit') ?? false, rules };
}

function created(change: Change, { view, scope }: Where, reading: Reading): WorldChange {
  const values = view.after(change);
  const counting = parseCounting(reading.text(values.license_counting_type, 'license_counting_type') ?? '');
  if (counting === undefined && reading.open.length === 0) reading.miss('license_counting_type', 'is not known to lm');
  const { limit, ...terms } = termsOf(values, reading);
  return {
    kind: 'configuration',
    fact: {
      arn: view.symbol(change, 'arn') ?? '',
      name: typeof values.name === 'string' ? values.name : change.name,
      ownerId: scope.account,
      accessible: true,
      status: 'AVAILABLE',
      counting: counting ?? 'Instance',
      ...terms,
      ...(limit === undefined ? {} : { limit }),
      consumed: 0,
      oracle: false,
    },
  };
}

function changedTerms(change: Change, where: Where): readonly ChangeStep[] {
  const before = JSON.stringify(termsOf(change.before, new Reading()));
  const made = step(change, where, (reading) => {
    const { limit, ...terms } = termsOf(where.view.after(change), reading);
    const arn = String(change.before.arn ?? change.before.id ?? '');
    return { kind: 'terms', arn, terms: { ...terms, ...(limit === undefined ? {} : { limit }) } };
  });
  const same = made.open.length === 0 && before === JSON.stringify(termsOf(where.view.after(change), new Reading()));
  return same ? [] : [made];
}

function associated(values: Members, reading: Reading): WorldChange | undefined {
  const configurationArn = reading.text(values.license_configuration_arn, 'license_configuration_arn');
  const resourceArn = reading.text(values.resource_arn, 'resource_arn');
  if (resourceArn === undefined) return undefined;
  const resource = parseResourceArn(resourceArn);
  if (resource.kind !== 'EC2_AMI') {
    reading.miss('resource_arn', 'is no AMI: what the association of a running resource takes is not judged');
    return undefined;
  }
  return { kind: 'association', imageId: resource.id, configurationArn: configurationArn ?? '' };
}

function hostChange(change: Change, where: Where): readonly ChangeStep[] {
  const { before, actions } = change;
  const gone = actions.includes('delete') && typeof before.id === 'string' ? String(before.id) : undefined;
  if (actions.includes('update')) return placementChange(change, where);
  return [
    ...(gone === undefined ? [] : [step(change, where, () => ({ kind: 'host-gone', hostId: gone }))]),
    ...(makes(change) ? [step(change, where, (reading) => allocated(change, where, reading))] : []),
  ];
}

function placementChange(change: Change, where: Where): readonly ChangeStep[] {
  const after = where.view.after(change).auto_placement;
  if (after === undefined || after === change.before.auto_placement) return [];
  return [
    step(change, where, (reading) => {
      const placement = reading.text(after, 'auto_placement');
      return { kind: 'host-placement', hostId: String(change.before.id ?? ''), autoPlacement: placement !== 'off' };
    }),
  ];
}

function allocated(change: Change, { view, scope }: Where, reading: Reading): WorldChange {
  const values = view.after(change);
  return newHost(
    {
      hostId: change.address,
      ownerId: scope.account,
      family: reading.text(values.instance_family, 'instance_family') || undefined,
      instanceType: reading.text(values.instance_type, 'instance_type') || undefined,
      zone: reading.text(values.availability_zone, 'availability_zone'),
      // The provider's default, unlike that of AllocateHosts.
      autoPlacement: (reading.text(values.auto_placement, 'auto_placement') ?? 'on') !== 'off',
    },
    reading,
  );
}
