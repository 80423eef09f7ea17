import type { Scope } from '../../../contract/ports.ts';
import { configurationArn } from '../../arns.ts';
import { type MachineShape, over } from '../machine-shape.ts';
import { blockOf, type Members, Open } from '../open.ts';
import type { Change, PlanDocument } from './document.ts';
import { References } from './references.ts';
import { templateShape, withoutComputed } from './shapes.ts';
import { valuesAfter } from './values.ts';

const CONFIGURATION = 'aws_licensemanager_license_configuration';
const TEMPLATE = 'aws_launch_template';
const HOST = 'aws_ec2_host';
const INSTANCE = 'aws_instance';
/** What stands under its address until it has an id. */
const NAMED: ReadonlySet<string> = new Set([HOST, INSTANCE, 'aws_subnet']);

export const makes = ({ actions }: Change): boolean => actions.includes('create');

/** Attributes that the provider fills in where the configuration is silent. */
const COMPUTED = [
  ...['tenancy', 'host_id', 'host_resource_group_arn', 'availability_zone', 'placement_group', 'placement_group_id'],
  ...['cpu_options', 'cpu_core_count', 'cpu_threads_per_core', 'instance_market_options', 'ami', 'instance_type'],
  ...['desired_capacity', 'availability_zones', 'user_data', 'user_data_base64', 'subnet_id', 'vpc_zone_identifier'],
  ...['license_count', 'license_rules', 'instance_family', 'auto_placement'],
];

/** A plan with every reference answered that the plan itself can answer. */
export class PlanView {
  readonly references: References;
  readonly #values = new Map<Change, Members>();
  readonly #templates = new Map<string, Change>();

  constructor(
    readonly document: PlanDocument,
    private readonly scope: Scope,
  ) {
    this.references = new References(document);
    for (const change of document.changes.filter(({ type }) => type === TEMPLATE)) {
      const { id, name } = { ...change.before, ...change.after };
      for (const key of [id, name, this.symbol(change, 'id')])
        if (typeof key === 'string') this.#templates.set(key, change);
    }
  }

  /** The attributes of a resource after apply; see `valuesAfter`. */
  after(change: Change): Members {
    const known = this.#values.get(change);
    if (known !== undefined) return known;
    const values = valuesAfter(change, this.references, (referred, attribute) => this.symbol(referred, attribute));
    const written = withoutComputed(values, COMPUTED, (name) => this.references.writes(change, name));
    this.#values.set(change, written);
    return written;
  }

  /** The id or ARN of a resource, or what stands for it until it exists. */
  symbol(change: Change, attribute: string): string | undefined {
    const real = change.after[attribute] ?? (makes(change) ? undefined : change.before[attribute]);
    if (typeof real === 'string') return real;
    if (change.type === CONFIGURATION && (attribute === 'arn' || attribute === 'id')) {
      return configurationArn(this.scope, newId(this.document.changes.indexOf(change)));
    }
    if (NAMED.has(change.type) && attribute === 'id') return change.address;
    if (change.type !== TEMPLATE) return undefined;
    if (attribute === 'id') return change.address;
    return attribute === 'latest_version' ? '$Latest' : attribute === 'default_version' ? '$Default' : undefined;
  }

  /** Whether this stands for a machine that the plan makes. */
  isMade(instanceId: string): boolean {
    return this.document.changes.some((change) => change.type === INSTANCE && change.address === instanceId);
  }

  /**
   * A machine with what its launch template says below it; a template that is not in the plan is left for EC2 to find.
   * @param block `launch_template` of an instance or a group
   */
  withTemplate(own: MachineShape, block: unknown): MachineShape {
    const named = block instanceof Open ? block : blockOf(block);
    if (named instanceof Open) return { ...own, LaunchTemplate: named };
    const id = firstKnown(named.id, named.launch_template_id, named.name, named.launch_template_name);
    if (id === undefined || id === null || id === '') return own;
    if (id instanceof Open) return { ...own, LaunchTemplate: id };
    const planned = this.planned(String(id), named.version);
    if (planned !== undefined) return over(own, planned);
    const key = String(id).startsWith('lt-') ? 'LaunchTemplateId' : 'LaunchTemplateName';
    return { ...own, LaunchTemplate: { [key]: id, Version: named.version ?? undefined } };
  }

  private planned(id: string, version: unknown): MachineShape | undefined {
    const change = this.#templates.get(id);
    if (change === undefined) return undefined;
    if (makes(change) || version === '$Latest') return templateShape(this.after(change));
    const isDefault = version === undefined || version === null || version === '' || version === '$Default';
    if (isDefault && this.after(change).update_default_version === true) return templateShape(this.after(change));
    return String(version) === String(change.before.latest_version) ? templateShape(change.before) : undefined;
  }
}

function firstKnown(...values: readonly unknown[]): unknown {
  const given = values.filter((value) => value !== undefined && value !== null && value !== '');
  return given.find((value) => !(value instanceof Open)) ?? given[0];
}

const ID_DIGITS = 32;

/** Stands for the id of a configuration that does not exist yet; no real one begins so. */
const newId = (number: number): string => `lic-${'f'.repeat(8)}${number.toString(16).padStart(ID_DIGITS - 8, '0')}`;
