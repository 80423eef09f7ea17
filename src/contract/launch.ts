import type { CountingType } from './world.ts';

/** How one license configuration fares in a launch; `needed: null` when the count could not lawfully be judged. */
export interface ConfigurationImpact {
  readonly name: string;
  readonly licenseConfigurationArn: string;
  readonly countingType: CountingType;
  readonly enforced: boolean;
  readonly needed: number | null;
  readonly consumed: number;
  readonly limit: number | null;
  /** Limit minus consumed before the launch; null without a limit. */
  readonly remaining: number | null;
  /** What is charged: each machine, or each Dedicated Host once (RULINGS 9). */
  readonly basis: 'machine' | 'host';
  /** The rules that the machine meets, in words. */
  readonly met?: readonly string[];
  /** What would be needed in each case, where a placement that cannot be known decides it. */
  readonly alternatives?: readonly { readonly label: string; readonly needed: number }[];
}

/** Licences charged for a Dedicated Host as a whole. */
export interface HostCharge {
  readonly configurationArn: string;
  readonly hostId: string;
  readonly units: number;
}

/** A Dedicated Host that a launch into a host resource group allocates, and that is a member of the group at once. */
export interface NewHost {
  /** Stands for the id that it gets; no other host has it. */
  readonly hostId: string;
  /** The owner of the group. */
  readonly ownerId: string;
  readonly family: string;
  /** Set when the host takes one instance type only. */
  readonly instanceType?: string;
  readonly zone: string;
  readonly recovery: boolean;
}

/** What one host takes in a launch; cores are physical. */
export interface HostImpact {
  readonly hostId: string;
  /** Set where the launch allocates it, so that its id is known only then. */
  readonly opened?: true;
  readonly family: string;
  readonly zone: string;
  readonly takes: number;
  readonly cores: number;
  readonly usedCoresBefore: number;
  readonly usedCoresAfter: number;
  readonly chargedTo: readonly string[];
  readonly newCharges: readonly HostCharge[];
}

/** Licences taken by each machine itself, on its EC2_INSTANCE row. */
export interface MachineCharge {
  readonly configurationArn: string;
  readonly unitsEach: number;
}

/** A launch as data: how many machines, on which hosts, under which configurations, charging what. */
export interface LaunchPlan {
  readonly count: number;
  readonly imageId: string;
  readonly instanceType: string;
  readonly tenancy: 'default' | 'dedicated' | 'host';
  readonly zone?: string;
  readonly affinity: 'default' | 'host';
  /** Chosen CPU options; the type's own where absent. */
  readonly cpu?: { readonly coreCount?: number; readonly threadsPerCore?: number };
  /** The host resource group that places them. */
  readonly hostResourceGroupArn?: string;
  /** Hosts that are allocated first; placements and charges name them by the ids that stand for theirs. */
  readonly newHosts?: readonly NewHost[];
  readonly placements: readonly { readonly hostId: string; readonly count: number }[];
  /** Every configuration the machines become associated with. */
  readonly associate: readonly string[];
  readonly machineCharges: readonly MachineCharge[];
  /** Licences newly charged for hosts; empty where every host is charged already. */
  readonly hostCharges: readonly HostCharge[];
  /** Configurations that count these machines through their hosts. */
  readonly hostCharged: readonly string[];
  /** For the explanation: every configuration that applies, in the order judged, and every host concerned. */
  readonly configurations: readonly ConfigurationImpact[];
  readonly hosts: readonly HostImpact[];
}
