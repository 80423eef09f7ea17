import type { Violation } from '../../contract/decision.ts';
import type { ConfigurationFact, HostFact, HostGroupFact, InstanceTypeFact, Tenancy } from '../../contract/world.ts';
import type { Charging, CpuOptions, Machine } from './counting.ts';
import type { GroupJudged } from './judge-group.ts';
import type { Terms } from './terms.ts';

/** A configuration that applies, with its rules read and whether it blocks. */
export interface Applying {
  readonly configuration: ConfigurationFact;
  readonly terms: Terms;
  readonly enforced: boolean;
}

/** Hosts that a host resource group may allocate by itself. */
export interface GroupOpening {
  readonly most: number;
  /** Of the group's owner, for the family. */
  readonly quota: { readonly limit: number; readonly present: number };
  /** Where they go if no member says otherwise. */
  readonly zone: string;
  /** The n-th of them, counted from 0: empty, with an id that stands for its own. */
  host(index: number, zone: string): HostFact;
}

/** Where machines of a candidate may go. */
export type Room =
  /** Not on a Dedicated Host: EC2 has the room. */
  | { readonly kind: 'open' }
  /** Any of these hosts; `named` when the request chose one. `refusals`: why hosts that there are cannot take it. */
  | {
      readonly kind: 'hosts';
      readonly hosts: readonly HostFact[];
      readonly named: boolean;
      readonly refusals: readonly Violation[];
      /** The host resource group whose members they are. */
      readonly group?: HostGroupFact;
      /** What it may allocate when they have no room. */
      readonly opening?: GroupOpening;
    }
  /** It runs on this host already (a running machine that is associated). */
  | { readonly kind: 'placed'; readonly host: HostFact };

/** Equal machines that want to run: one launch, one start, or one association of a running machine. */
export interface Candidate {
  /** The machine that there is already; absent at a launch. */
  readonly instanceId?: string;
  readonly imageId: string;
  readonly usageOperation: string;
  readonly tenancy: Tenancy;
  readonly inGroup: boolean;
  /** What the host resource group says to them (stage d). */
  readonly groupJudged: GroupJudged;
  readonly type: InstanceTypeFact;
  readonly machine: Machine;
  readonly cpu: CpuOptions;
  readonly min: number;
  readonly max: number;
  readonly room: Room;
  readonly charging: Charging;
  /** The zone asked for, or where the machine is. */
  readonly zone: string | undefined;
  readonly affinity: 'default' | 'host';
  /** In the order in which they are judged. */
  readonly applying: readonly Applying[];
}
