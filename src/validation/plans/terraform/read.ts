import type { Step, Steps } from '../../../contract/plan.ts';
import type { Scope } from '../../../contract/ports.ts';
import { counted } from '../../words.ts';
import { deferredChange, type Where, worldChange } from './changes.ts';
import { type Change, readPlanDocument } from './document.ts';
import { Elsewhere } from './elsewhere.ts';
import { launchesOf } from './launches.ts';
import { makes, PlanView } from './plan-view.ts';
import { subnetZones } from './subnets.ts';

export interface PlanSource {
  readonly text: string;
  /** Its name, for messages and reports. */
  readonly file: string;
  /** Where it would be applied. */
  readonly scope: Scope;
}

/**
 * Reads a Terraform plan (`terraform show -json`) into the steps that concern licences, in order.
 * @throws UsageError when the file is no plan, or of a format that is not known
 */
export function readTerraformPlan({ text, file, scope }: PlanSource): Steps {
  const document = readPlanDocument(text, file);
  const view = new PlanView(document, scope);
  const where: Where = { view, zoneOf: subnetZones(document, view), scope, file };
  const elsewhere = new Elsewhere(document, view.references, scope);
  const { changes } = document;
  const read = (steps: (change: Change, where: Where) => readonly Step[]) =>
    changes.flatMap((change) => elsewhere.marked(steps(change, where), change));
  return {
    steps: [
      ...read(worldChange),
      ...document.deferred.flatMap((change) => deferredChange(change, where)),
      ...read(launchesOf),
    ],
    notes: [...notesOn(changes)],
  };
}

function notesOn(changes: readonly Change[]): readonly string[] {
  const gone = changes.filter(({ type, actions }) => type === 'aws_instance' && actions.includes('delete'));
  const late = gone.filter((change) => !makes(change) || change.actions[0] === 'create');
  if (late.length === 0) return [];
  return [
    `${counted(late.length, 'machine is', 'machines are')} destroyed; what that frees is not counted, since Terraform may launch first`,
  ];
}
