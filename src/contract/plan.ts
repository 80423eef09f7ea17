import type { Decision, NotChecked, Verdict } from './decision.ts';
import type { LaunchPlan } from './launch.ts';
import type { Input } from './operations.ts';
import type { VerifiedFix } from './ports.ts';
import type { ConfigurationFact, CountingType, HostFact, InstanceFact } from './world.ts';

/** Where something is written; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

interface Written {
  /** As the file's own tool names it: `module.web.aws_instance.app["a"]`, or a logical id. */
  readonly address: string;
  /** The kind of resource in the file's own words: `aws_instance`, `AWS::EC2::Instance`. */
  readonly type: string;
  readonly place: Place;
  /** What its effect rests on and cannot be known yet. */
  readonly open: readonly NotChecked[];
}

/** Machines that come into being. */
export interface LaunchStep extends Written {
  readonly kind: 'launch';
  readonly input: Input<'ec2:RunInstances'>;
  /** A group launches as many as fit; a single launch is all or nothing. */
  readonly partial: boolean;
  /** The machine that goes first. */
  readonly replaces?: string;
}

/** A machine that is stopped, changed and started again. */
export interface RestartStep extends Written {
  readonly kind: 'restart';
  readonly instanceId: string;
  readonly change: Partial<Pick<InstanceFact, 'instanceType' | 'tenancy' | 'hostId' | 'affinity'>>;
}

/** Something that later steps find changed. */
export interface ChangeStep extends Written {
  readonly kind: 'change';
  /** Undefined where it is not known what changes; `open` then says why. */
  readonly change: WorldChange | undefined;
}

export type WorldChange =
  | { readonly kind: 'configuration'; readonly fact: ConfigurationFact }
  | {
      readonly kind: 'terms';
      readonly arn: string;
      readonly terms: Partial<Pick<ConfigurationFact, 'name' | 'limit' | 'hard' | 'rules'>>;
    }
  | { readonly kind: 'association'; readonly imageId: string; readonly configurationArn: string }
  | { readonly kind: 'host'; readonly fact: HostFact }
  | { readonly kind: 'host-gone'; readonly hostId: string }
  | { readonly kind: 'host-placement'; readonly hostId: string; readonly autoPlacement: boolean }
  /** An AMI or a license configuration (by ARN) of which it is not known what it is when the launches come. */
  | { readonly kind: 'unsettled'; readonly subject: string };

export type Step = LaunchStep | RestartStep | ChangeStep;

/** What a file would do, in the order in which it is judged: what changes the world first, then what launches. */
export interface Steps {
  readonly steps: readonly Step[];
  /** How far the file was understood, one sentence each. */
  readonly notes: readonly string[];
}

/** One launch or restart of a file, judged after all that stands before it. */
export interface JudgedLaunch {
  readonly address: string;
  readonly type: string;
  readonly place: Place;
  readonly requested: number;
  readonly decision: Decision<LaunchPlan>;
}

/** A step that changes the world, and what of it is not known. */
export interface JudgedChange {
  readonly address: string;
  readonly type: string;
  readonly place: Place;
  readonly change: WorldChange | undefined;
  readonly open: readonly NotChecked[];
}

/** One license configuration over a whole file. */
export interface PlanImpact {
  readonly name: string;
  readonly licenseConfigurationArn: string;
  readonly countingType: CountingType;
  readonly enforced: boolean;
  readonly limit: number | null;
  readonly consumed: number;
  /** What everything in the file would take, if nothing blocked. */
  readonly needed: number;
  /** What remains then; negative where it is short, null without a limit. */
  readonly remaining: number | null;
}

/** A whole file, judged in order against shared headroom. */
export interface PlanCheck {
  readonly verdict: Verdict;
  readonly requested: number;
  readonly fits: number;
  /** The address of the first launch that is refused. */
  readonly firstBlocked: string | undefined;
  readonly launches: readonly JudgedLaunch[];
  readonly changes: readonly JudgedChange[];
  readonly configurations: readonly PlanImpact[];
  readonly notChecked: readonly NotChecked[];
  /** Ways out for the whole file, each judged again. */
  readonly fixes: readonly VerifiedFix[];
}
