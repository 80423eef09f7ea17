import type { ConversionPlan } from '../../contract/conversion.ts';
import type { Decision, NotChecked, Violation } from '../../contract/decision.ts';
import type { Fact, InstanceFact, World } from '../../contract/world.ts';
import { instanceArn, parseResourceArn } from '../arns.ts';
import { check } from '../catalogue/index.ts';
import { activationOf, broughtBy, CONVERSION_ACTIONS, CORE_ROLE, leavesAfter } from '../conversion.ts';
import { includesSqlServer } from '../usage-operations.ts';
import { counted } from '../words.ts';
import { Asking } from './ask.ts';
import { machineOf } from './counting.ts';
import { verdictOf } from './judge.ts';
import { judgeMatrix } from './judge-rules.ts';

/** One side of a conversion as the API writes it. */
interface Context {
  readonly UsageOperation?: string | undefined;
  readonly ProductCodes?: readonly unknown[] | undefined;
}

/** What CreateLicenseConversionTaskForResource is asked. */
export interface ConversionRequest {
  readonly ResourceArn?: string | undefined;
  readonly SourceLicenseContext?: Context | undefined;
  readonly DestinationLicenseContext?: Context | undefined;
}

/** A machine that there is and what is to become of it. */
interface Case {
  readonly instance: InstanceFact;
  readonly source: string;
  readonly destination: string;
  readonly productCodes: boolean;
  readonly world: World;
  readonly asking: Asking;
}

/**
 * May this machine's licence type be converted? What the request itself gets wrong goes first; then every reason in the
 * account, the machine and its place (License Manager User Guide, prerequisites and limits of licence type conversion).
 */
export function decideConvert(request: ConversionRequest, world: World): Decision<ConversionPlan> {
  const asking = new Asking();
  const beforehand: NotChecked[] = [];
  const codes = codesOf(request);
  const bare = {
    ...codes,
    instanceId: '',
    instanceArn: request.ResourceArn ?? '',
    activation: 'unchanged',
    leaves: [],
  } as const;
  const malformed = codes.productCodes ? [] : judgeContexts(request);
  if (malformed.length > 0) return conclude(malformed, asking, beforehand, bare);
  const { instance, absent } = subjectOf(request.ResourceArn, world, asking);
  const account = [...judgeRole(world, beforehand), ...judgePermissions(world, beforehand)];
  if (instance === undefined) return conclude([...absent, ...account], asking, beforehand, bare);
  const one: Case = { ...codes, instance, world, asking };
  const { source, destination } = codes;
  return conclude([...account, ...judgeCodes(one), ...judgeMachine(one)], asking, beforehand, {
    instanceId: instance.instanceId,
    instanceArn: instanceArn(world.caller, instance.instanceId),
    source,
    destination,
    activation: activationOf(source, destination),
    leaves: configurationsLeft(one),
  });
}

function conclude(
  violations: readonly Violation[],
  asking: Asking,
  beforehand: readonly NotChecked[],
  plan: ConversionPlan,
): Decision<ConversionPlan> {
  const verdict = verdictOf(violations, [], asking);
  const fits = verdict === 'allowed' ? 1 : 0;
  return { verdict, violations, alerts: [], notChecked: [...asking.open, ...beforehand], fits, plan };
}

function codesOf({ SourceLicenseContext: from = {}, DestinationLicenseContext: to = {} }: ConversionRequest) {
  const productCodes = [from, to].some(({ ProductCodes = [] }) => ProductCodes.length > 0);
  return { source: from.UsageOperation ?? '', destination: to.UsageOperation ?? '', productCodes };
}

const judgeContexts = ({
  SourceLicenseContext,
  DestinationLicenseContext,
}: ConversionRequest): readonly Violation[] => [
  ...check('convert-context-syntax', { side: 'source', ...SourceLicenseContext }),
  ...check('convert-context-syntax', { side: 'destination', ...DestinationLicenseContext }),
];

/** The machine that an ARN names; without one, why there is none. */
function subjectOf(ResourceArn: string | undefined, world: World, asking: Asking) {
  const resource = parseResourceArn(ResourceArn ?? '');
  const { account, region } = world.caller;
  const isInstance = resource.kind === 'EC2_INSTANCE';
  const isHere = isInstance && resource.region === region && resource.account === account;
  const fact = isHere ? world.instance(resource.id) : undefined;
  const instance = fact && asking.value(fact, `instance ${ResourceArn}`);
  const found = instance !== undefined || (fact !== undefined && !fact.known);
  return { instance, absent: check('convert-resource-arn', { ResourceArn, region, isInstance, found }) };
}

/** AWS tells neither before it is asked; but what they refuse is refused at once, with nothing changed. */
const BEFOREHAND = 'is not told beforehand; AWS refuses at once, and then nothing is changed';

const isUntold = (fact: Fact<unknown>): boolean => !fact.known && fact.why !== 'pending';

function judgeRole(world: World, beforehand: NotChecked[]): readonly Violation[] {
  const role = world.role(CORE_ROLE);
  if (!role.known && isUntold(role)) {
    const { permission } = role;
    const what = { what: `whether the account has the role ${CORE_ROLE}`, why: BEFOREHAND };
    beforehand.push(permission === undefined ? what : { ...what, permission });
  }
  const present = !role.known || role.value === true;
  return check('convert-onboarded', { account: world.caller.account, role: CORE_ROLE, present });
}

function judgePermissions(world: World, beforehand: NotChecked[]): readonly Violation[] {
  const facts = CONVERSION_ACTIONS.map((action) => ({ action, fact: world.permission(action) }));
  const untold = facts.filter(({ fact }) => isUntold(fact)).length;
  if (untold > 0)
    beforehand.push({ what: `whether you may use the ${counted(untold, 'action')} it takes`, why: BEFOREHAND });
  const denied = facts.filter(({ fact }) => fact.known && fact.value === false).map(({ action }) => action);
  return check('convert-permissions', { denied });
}

function judgeCodes({ instance, source, destination, productCodes }: Case): readonly Violation[] {
  const subject = { instance: instance.instanceId, source, destination };
  return [
    ...check('convert-eligible-products', { ...subject, usageOperation: instance.usageOperation, productCodes }),
    ...(productCodes ? [] : check('convert-destination-known', subject)),
    ...(productCodes ? [] : check('convert-source-matches', { ...subject, present: instance.usageOperation })),
    ...(productCodes ? [] : check('convert-destination-differs', subject)),
  ];
}

const judgeMachine = (one: Case): readonly Violation[] => [
  ...check('convert-stopped', { instance: one.instance.instanceId, state: one.instance.state }),
  ...judgeInventory(one),
  ...judgeOrigin(one),
  ...judgePlace(one),
  ...judgeRunning(one),
];

/** The edition of an application that calls itself a SQL Server, where it is one that AWS does not license. */
const EDITION = /SQL Server.*\b(Developer|Express|Evaluation)\b/i;

function judgeInventory({ instance, destination, world, asking }: Case): readonly Violation[] {
  const { instanceId, usageOperation } = instance;
  const fact = world.inventory(instanceId);
  const inventory = asking.value(fact, `Systems Manager Inventory of ${instanceId}`);
  if (inventory === undefined) return check('convert-ssm-inventory', { instance: instanceId, covered: !fact.known });
  if (!includesSqlServer(destination) || includesSqlServer(usageOperation)) return [];
  const editions = inventory.applications.flatMap((name) => EDITION.exec(name)?.[1] ?? []);
  return editions.slice(0, 1).flatMap((edition) => check('convert-sql-editions', { edition }));
}

function judgeOrigin({ instance, source, destination, world, asking }: Case): readonly Violation[] {
  const { imageId, instanceId, usageOperation } = instance;
  if (broughtBy(usageOperation, destination).length === 0) return [];
  const what = `where AMI ${imageId} came from`;
  const fact = world.origin(imageId);
  const origin = asking.value(fact, what);
  if (origin === undefined) {
    if (fact.known) asking.open.push({ what, why: 'cannot be read: the AMI is gone' });
    return [];
  }
  return check('convert-own-image-for-byol', { instance: instanceId, source, destination, imageId, ...origin });
}

function judgePlace({ instance, destination, world, asking }: Case): readonly Violation[] {
  const { instanceId, tenancy, instanceType } = instance;
  const inGroup = instance.hostResourceGroupArn !== undefined;
  const type = asking.value(world.instanceType(instanceType), `instance type ${instanceType}`);
  return [
    ...judgeMatrix({ usageOperation: destination, tenancy, inGroup, instanceId }).violations,
    ...(type === undefined
      ? []
      : check('convert-sql-li-min-vcpu', {
          instance: instanceId,
          destination,
          vcpus: machineOf(type, instance).vcpus,
        })),
  ];
}

function judgeRunning({ instance, world, asking }: Case): readonly Violation[] {
  const { instanceId } = instance;
  const fact = world.conversions(instanceArn(world.caller, instanceId));
  const running = asking.value(fact, `conversions of ${instanceId} that are under way`) ?? [];
  return check('convert-one-task-at-a-time', { instance: instanceId, running });
}

/** Configurations whose every discovery rule excludes what AWS licenses after the conversion. */
const configurationsLeft = ({ instance, source, destination, world, asking }: Case): readonly string[] =>
  instance.configurations.filter((arn) => {
    const configuration = asking.value(world.configuration(arn), arn);
    return leavesAfter(source, destination, configuration?.discovery ?? []);
  });
