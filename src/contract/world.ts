import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';

/** One answer about the world; `value: undefined` with `known: true` says that it does not exist. */
export type Fact<T> =
  | { readonly known: true; readonly value: T | undefined }
  | {
      readonly known: false;
      readonly why: 'denied' | 'after-apply' | 'not-exposed' | 'pending';
      readonly permission?: string;
    };

export type CountingType = 'vCPU' | 'Instance' | 'Core' | 'Socket';
export type Tenancy = 'default' | 'dedicated' | 'host';

export interface ImageFact {
  readonly imageId: string;
  readonly name: string;
  readonly ownerId: string;
  readonly state: 'available' | 'deregistered';
  /** Whether the asking account may launch it: owned, shared with it, or public. */
  readonly accessible: boolean;
  readonly usageOperation: string;
  readonly platformDetails: string;
  /** Configurations that a launch by the asking account falls under: own associations and cross-account ones. */
  readonly configurations: readonly string[];
  /** Those among them that the asking account itself has associated; others count whether or not it may name them. */
  readonly associatedByCaller?: readonly string[];
}

export interface ConfigurationFact {
  readonly arn: string;
  readonly name: string;
  readonly ownerId: string;
  /** Whether the asking account may use it: owned, or shared with it. */
  readonly accessible: boolean;
  readonly status: 'AVAILABLE' | 'DISABLED';
  readonly counting: CountingType;
  /** As AWS writes them, `#name=value`. */
  readonly rules: readonly string[];
  readonly limit?: number;
  readonly hard: boolean;
  readonly consumed: number;
  readonly oracle: boolean;
  /** For each rule of automated discovery, the included licences that it excludes; none without such rules. */
  readonly discovery?: readonly (readonly string[])[];
}

export interface InstanceTypeFact {
  readonly instanceType: string;
  readonly family: string;
  readonly vcpus: number;
  readonly cores: number;
  readonly threadsPerCore: number;
  readonly validCores: readonly number[];
  readonly bareMetal: boolean;
  /** Whether it can be placed on a Dedicated Host. */
  readonly dedicatedHosts: boolean;
}

/** A Dedicated Host; capacity is in units (cores, unless the family is oversubscribed: see the capacity table). */
export interface HostFact {
  readonly hostId: string;
  readonly ownerId: string;
  readonly family: string;
  /** Set when the host takes one instance type only. */
  readonly instanceType?: string;
  readonly zone: string;
  readonly state: string;
  readonly autoPlacement: boolean;
  readonly cores: number;
  readonly sockets: number;
  readonly capacityUnits: number;
  readonly usedUnits: number;
  /** Cores of the machines that run on it. */
  readonly usedCores: number;
  /** ARNs of the Core and Socket configurations that are charged for it. */
  readonly chargedTo: readonly string[];
  readonly resourceGroupArn?: string;
  /** Another account's, with machines of the asking account on it: they are counted, but no launch can name it. */
  readonly foreign?: true;
}

/** A host resource group: its settings, and what decides over who may join it and launch into it. */
export interface HostGroupFact {
  readonly arn: string;
  readonly name: string;
  readonly ownerId: string;
  /** Whether the asking account may launch into it: its own, or shared with it. */
  readonly accessible: boolean;
  /** Families whose types may run in it; undefined where it takes every type that Dedicated Hosts support. */
  readonly families?: readonly string[];
  /** ARNs of the configurations that may be used in it; undefined where any Core or Socket configuration may. */
  readonly configurations?: readonly string[];
  readonly autoAllocate: boolean;
  readonly autoRelease: boolean;
  readonly autoRecover: boolean;
  /** The most hosts it may hold, and how many are members or joining; absent where nothing limits it. */
  readonly hostLimit?: { readonly limit: number; readonly present: number };
  /** Hosts of it that another account has, and that this one does not see; absent where all are seen. */
  readonly unseen?: readonly UnseenHost[];
  /** Hosts that are joining and take no machine yet. */
  readonly joining: number;
  /** What runs on its hosts: families, with the type where a host takes one type only. Each once. */
  readonly running: readonly { readonly family: string; readonly instanceType?: string }[];
}

export interface InstanceFact {
  readonly instanceId: string;
  readonly ownerId: string;
  readonly imageId: string;
  readonly instanceType: string;
  readonly state: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';
  readonly tenancy: Tenancy;
  readonly affinity: 'default' | 'host';
  /** Where it runs, or (affinity host) where it must start. */
  readonly hostId?: string;
  readonly zone: string;
  readonly usageOperation: string;
  readonly coreCount?: number;
  readonly threadsPerCore?: number;
  readonly configurations: readonly string[];
  /** The host resource group that its placement names. */
  readonly hostResourceGroupArn?: string;
}

/** A host of which it is known only that it is there, and what it is charged to for the asking account's own machines. */
export type UnseenHost = Pick<HostFact, 'hostId' | 'chargedTo'>;

/** What Systems Manager Inventory knows of a machine that reports to it. */
export interface InventoryFact {
  /** Applications by name, as the machine reports them. */
  readonly applications: readonly string[];
}

/** Where an AMI came from, as far as it decides about licence type conversion. */
export interface OriginFact {
  /** Whether it goes back to a virtual machine that the asking account imported. */
  readonly imported: boolean;
  /** In words, what it goes back to otherwise: `an AMI of Amazon`. */
  readonly from: string;
}

/** A licence type conversion of a machine that has not ended. */
export interface ConversionFact {
  readonly taskId: string;
  readonly source: string;
  readonly destination: string;
}

export interface TemplateFact {
  readonly launchTemplateId: string;
  readonly version: number;
  readonly data: RequestLaunchTemplateData;
}

/** Numbers a sandbox can set and an account has; the name is also the constraint that reads it. */
export type QuotaName =
  | 'configurations'
  | 'configurations-per-resource'
  | 'configurations-per-day'
  | 'hosts-per-family';

/**
 * All a decider may ask. The same questions are answered from the store (`world/sql.ts`) and from AWS; nothing that
 * decides knows which. Every member takes one string, so an open question is a pair (kind, of).
 */
export interface World {
  /** Who asks, and where. */
  readonly caller: { readonly account: string; readonly region: string };
  /** Who chooses among the hosts of an untargeted launch: the engine packs; how EC2 does is not published (RULINGS 20). */
  readonly placement?: 'packed' | 'not-published';
  image(imageId: string): Fact<ImageFact>;
  configuration(arn: string): Fact<ConfigurationFact>;
  instanceType(name: string): Fact<InstanceTypeFact>;
  /** Hosts that the asking account may place on, of one family, in rising id order. */
  hosts(family: string): Fact<readonly HostFact[]>;
  host(hostId: string): Fact<HostFact>;
  /** A host resource group by its ARN. */
  group(arn: string): Fact<HostGroupFact>;
  /**
   * `GROUP-ARN INSTANCE-TYPE COUNT`: hosts of the group that take the type, are available and have room for one more such
   * machine, in rising id order. Hosts that are full or still joining are not among them, nor more of a kind than placing
   * COUNT machines can need (validation/licensing/group-hosts.ts).
   */
  groupHosts(key: string): Fact<readonly HostFact[]>;
  /** `ACCOUNT FAMILY`: how many hosts of a family an account has allocated here, in groups or not. */
  hostCount(key: string): Fact<number>;
  instance(instanceId: string): Fact<InstanceFact>;
  /** `lt-…:VERSION`, where VERSION is a number, `$Latest` or `$Default`. */
  template(key: string): Fact<TemplateFact>;
  /** Every configuration ARN associated with a resource, whoever made the association. */
  associations(resourceArn: string): Fact<readonly string[]>;
  quota(name: QuotaName): Fact<number>;
  /** Whether Core and Socket are charged for the whole host (RULINGS 9) or for each machine. */
  charging(scope: 'host-licences'): Fact<'per-host' | 'per-machine'>;
  /** Whether the asking account has this service-linked role. */
  role(name: string): Fact<boolean>;
  /** Whether the caller may use an action, `ssm:SendCommand`, where AWS tells before it is used. */
  permission(action: string): Fact<boolean>;
  /** What a machine has reported to Systems Manager Inventory; undefined for one that does not report. */
  inventory(instanceId: string): Fact<InventoryFact>;
  /** Where an AMI came from; undefined where it is gone without a trace. */
  origin(imageId: string): Fact<OriginFact>;
  /** Conversions of an instance, by its ARN, that are under way. */
  conversions(instanceArn: string): Fact<readonly ConversionFact[]>;
}

type Kind = Exclude<keyof World, 'caller' | 'placement'>;
export type Question = { [K in Kind]: { readonly kind: K; readonly of: string } }[Kind];
