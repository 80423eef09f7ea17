import type { Finding } from '../../contract/constraint.ts';
import type { HostImpact } from '../../contract/launch.ts';
import { allOf } from '../english.ts';
import { configurationName, type ExplainedImpact, type Sheet, unitsOf } from './sheet.ts';

const OVER_A_LIMIT = new Set(['launch-hard-block', 'launch-hard-min-max', 'launch-soft-alert']);

/** Whether the finding is a limit that was reached by charging whole hosts. */
export function chargesWholeHost(finding: Finding, sheet: Sheet): boolean {
  const impact = overLimit(finding, sheet);
  return impact?.basis === 'host' && hostsToOpen(impact, sheet).length > 0;
}

/** How a limit comes to be in the way of this launch: what is full, what would be opened, who needs nothing. */
export function situation(finding: Finding, sheet: Sheet): readonly string[] {
  const impact = overLimit(finding, sheet);
  if (impact === undefined) return [];
  const told = impact.basis === 'host' ? openingHosts(impact, sheet) : othersNeedNothing(impact, sheet);
  return told === '' ? [] : [told];
}

function overLimit({ id, args }: Finding, { configurations }: Sheet): ExplainedImpact | undefined {
  if (!OVER_A_LIMIT.has(id)) return undefined;
  return configurations.find((each) => each.name === args.configuration && (each.needed ?? 0) > 0);
}

function openingHosts(impact: ExplainedImpact, sheet: Sheet): string {
  const opened = hostsToOpen(impact, sheet);
  if (opened.length === 0) return '';
  const charged = sheet.plan.hosts.filter((host) => isCharged(host, impact, sheet));
  const cost = `${impact.needed} ${unitsOf(impact)}`;
  const price =
    opened.length > 1 ? `and each host is charged whole: ${cost} in all.` : `and a host is charged whole: ${cost}.`;
  const open = `${allOf(names(opened))}, ${price}`;
  const several = sheet.request.count > 1;
  if (sheet.check.decision.verdict === 'blocked') {
    return sheet.short(`${noRoom(charged, coresEach(opened), several)}${several ? 'They' : 'It'} would open ${open}`);
  }
  const machine = several ? 'machines open' : 'machine opens';
  return sheet.short(charged.length > 0 ? `${full(charged)}, so the ${machine} ${open}` : `The ${machine} ${open}`);
}

function noRoom(charged: readonly HostImpact[], cores: number | undefined, several: boolean): string {
  const size = cores === undefined ? '' : `${several ? 'Each machine' : 'The machine'} has ${cores} cores`;
  if (charged.length === 0) return size === '' ? '' : `${size}. `;
  const shortage = `${allOf(names(charged))} ${charged.length > 1 ? 'have' : 'has'} ${isFull(charged) ? 'none' : 'too few'} free`;
  return size === '' ? `${full(charged)}. ` : `${size}, but ${shortage}. `;
}

function full(hosts: readonly HostImpact[]): string {
  const [are, have] = hosts.length > 1 ? ['are', 'have'] : ['is', 'has'];
  return `${allOf(names(hosts))} ${isFull(hosts) ? `${are} full` : `${have} too little room`}`;
}

/** Hosts by their ids; those that are yet to be allocated are counted. */
function names(hosts: readonly HostImpact[]): readonly string[] {
  const opened = hosts.filter((host) => host.opened === true).length;
  const known = hosts.filter((host) => host.opened !== true).map((host) => host.hostId);
  return opened === 0 ? known : [...known, opened === 1 ? 'a new host' : `${opened} new hosts`];
}

const isFull = (hosts: readonly HostImpact[]): boolean => hosts.every((host) => host.usedCoresBefore >= host.cores);

function coresEach(hosts: readonly HostImpact[]): number | undefined {
  const taking = hosts.find((host) => host.takes > 0);
  return taking && (taking.usedCoresAfter - taking.usedCoresBefore) / taking.takes;
}

/** Hosts that the launch newly charges to the configuration. */
function hostsToOpen(impact: ExplainedImpact, { plan }: Sheet): readonly HostImpact[] {
  return plan.hosts.filter((host) =>
    host.newCharges.some((charge) => charge.configurationArn === impact.licenseConfigurationArn),
  );
}

function isCharged(host: HostImpact, impact: ExplainedImpact, sheet: Sheet): boolean {
  return host.chargedTo.some((charged) => configurationName(sheet, charged) === impact.name);
}

function othersNeedNothing(impact: ExplainedImpact, sheet: Sheet): string {
  if (sheet.configurations.length < 2) return '';
  const free = sheet.configurations.filter((each) => each !== impact && each.basis === 'host' && each.needed === 0);
  const rule = 'Every configuration of the AMI must have room.';
  if (free.length === 0) return rule;
  const hosts = sheet.plan.hosts.filter((host) => host.takes > 0).map((host) => host.hostId);
  const nothing = `${allOf(free.map((each) => each.name))} ${free.length > 1 ? 'need' : 'needs'} nothing`;
  const because = hosts.length === 0 ? '' : `: ${allOf(hosts)} ${hosts.length > 1 ? 'are' : 'is'} charged already`;
  return sheet.short(`${rule} ${nothing}${because}.`);
}
