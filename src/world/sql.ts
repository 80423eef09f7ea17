import type { Scope } from '../contract/ports.ts';
import type { ConfigurationFact, Fact, ImageFact, InstanceFact, TemplateFact, World } from '../contract/world.ts';
import { isSharedWith } from '../local-engine/store/reach.ts';
import type { Tx } from '../local-engine/store/store.ts';
import { appliesTo } from '../local-engine/store/tables/associations.ts';
import type { ConfigurationRow } from '../local-engine/store/tables/configurations.ts';
import { configurationArn, parseConfigurationArn, parseResourceArn } from '../validation/arns.ts';
import { exclusionsOf } from '../validation/conversion.ts';
import { instanceType } from '../validation/instance-types.ts';
import { DEFAULT_QUOTAS } from '../validation/quotas.ts';
import { conversionFacts, inventoryFact, originFact } from './sql-conversion.ts';
import { groupFact, groupHosts, hostFact, hostFacts } from './sql-hosts.ts';

const fact = <T>(value: T | undefined): Fact<T> => ({ known: true, value });

/** The questions of a decision answered from the sandbox's tables, as the asking account sees them in its Region. */
export function sqlWorld(tx: Tx, scope: Scope): World {
  const here = tx.in(scope);
  return {
    caller: scope,
    image: (id) => fact(imageFact(tx, scope, id)),
    configuration: (arn) => fact(configurationFact(tx, scope, arn)),
    instanceType: (name) => fact(instanceType(name)),
    hosts: (family) =>
      fact(
        hostFacts(
          tx,
          here.hosts.ofFamily(family).filter((host) => host.releasedAt === undefined),
        ),
      ),
    host: (id) => fact(hostFact(tx, scope, id)),
    group: (arn) => fact(groupFact(tx, scope, arn)),
    groupHosts: (key) => fact(groupHosts(tx, key)),
    hostCount: (key) => {
      const [account = '', family = ''] = key.split(' ');
      return fact(tx.in({ ...scope, account }).hosts.allocated(family));
    },
    instance: (id) => fact(instanceFact(tx, scope, id)),
    template: (key) => fact(templateFact(tx, scope, key)),
    associations: (arn) => fact(associationsOf(tx, arn)),
    quota: (name) => fact(tx.sandbox.quota(name) ?? DEFAULT_QUOTAS[name]),
    charging: () => fact(tx.sandbox.read()?.charging),
    role: (name) => fact(tx.roles.has(scope.account, name)),
    permission: (action) => fact(tx.permissions.allows(scope.account, action)),
    inventory: (id) => fact(inventoryFact(tx, scope, id)),
    origin: (id) => fact(originFact(tx, scope, id)),
    conversions: (arn) => fact(conversionFacts(tx, scope, arn)),
  };
}

function imageFact(tx: Tx, scope: Scope, id: string): ImageFact | undefined {
  const usable = tx.in(scope).images.find(id);
  const row = usable ?? tx.across.image(id);
  if (row === undefined || row.region !== scope.region) return undefined;
  const applying = tx.associations.ofResource(id).filter((association) => appliesTo(association, scope.account));
  const named = (one: (typeof applying)[number]) => arnOf(one.configurationOwner, one.region, one.configurationId);
  return {
    imageId: row.id,
    name: row.name,
    ownerId: row.account,
    state: row.state,
    accessible: usable !== undefined,
    usageOperation: row.usageOperation,
    platformDetails: row.platformDetails,
    configurations: [...applying.map(named), ...tx.associations.unseenOf(id)],
    associatedByCaller: applying.filter((one) => one.owner === scope.account).map(named),
  };
}

const arnOf = (account: string, region: string, id: string): string => configurationArn({ account, region }, id);

/** `accessible` says whether the asking account may name it. */
function configurationFact(tx: Tx, scope: Scope, arn: string): ConfigurationFact | undefined {
  const parsed = parseConfigurationArn(arn);
  const row = parsed && tx.across.configuration(parsed.id);
  if (row === undefined || row.account !== parsed?.account || row.region !== scope.region) return undefined;
  return factOf(row, row.account === scope.account || isSharedWith(tx, arn, scope.account));
}

function factOf(row: ConfigurationRow, accessible: boolean): ConfigurationFact {
  return {
    arn: arnOf(row.account, row.region, row.id),
    name: row.name,
    ownerId: row.account,
    accessible,
    status: row.status,
    counting: row.counting,
    rules: row.rules,
    ...(row.licenseCount === undefined ? {} : { limit: row.licenseCount }),
    hard: row.hard,
    consumed: row.consumed,
    oracle: row.products.includes('oracle-'),
    ...(row.products === '[]' ? {} : { discovery: exclusionsOf(JSON.parse(row.products)) }),
  };
}

function instanceFact(tx: Tx, scope: Scope, id: string): InstanceFact | undefined {
  const row = tx.in(scope).instances.find(id);
  if (row === undefined) return undefined;
  return {
    instanceId: row.id,
    ownerId: row.account,
    imageId: row.imageId,
    instanceType: row.instanceType,
    state: row.state,
    tenancy: row.tenancy,
    affinity: row.affinity,
    ...(row.hostId === undefined ? {} : { hostId: row.hostId }),
    zone: row.zone,
    usageOperation: row.usageOperation,
    ...(row.coreCount === undefined ? {} : { coreCount: row.coreCount }),
    ...(row.threadsPerCore === undefined ? {} : { threadsPerCore: row.threadsPerCore }),
    configurations: associationsById(tx, id),
    ...(row.groupArn === undefined ? {} : { hostResourceGroupArn: row.groupArn }),
  };
}

const associationsById = (tx: Tx, resourceId: string): readonly string[] => [
  ...tx.associations
    .ofResource(resourceId)
    .map((row) => arnOf(row.configurationOwner, row.region, row.configurationId)),
  ...tx.associations.unseenOf(resourceId),
];

function associationsOf(tx: Tx, resourceArn: string): readonly string[] {
  const resource = parseResourceArn(resourceArn);
  return resource.kind === 'other' ? [] : associationsById(tx, resource.id);
}

/** `NAME-OR-ID:VERSION`; the version is a number, `$Latest` or `$Default`. */
function templateFact(tx: Tx, scope: Scope, key: string): TemplateFact | undefined {
  const cut = key.lastIndexOf(':');
  const [name, wanted] = [key.slice(0, cut), key.slice(cut + 1)];
  const { templates } = tx.in(scope);
  const template = templates.find(name) ?? templates.named(name);
  if (template === undefined) return undefined;
  const number =
    wanted === '$Latest' ? template.latestVersion : wanted === '$Default' ? template.defaultVersion : Number(wanted);
  const version = Number.isSafeInteger(number) ? templates.version(template.key, number) : undefined;
  return version && { launchTemplateId: template.id, version: version.version, data: JSON.parse(version.data) };
}
