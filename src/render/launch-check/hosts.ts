import type { HostImpact } from '../../contract/launch.ts';
import { KNOWN_AFTER_APPLY } from '../../contract/result.ts';
import { allOf } from '../english.ts';
import { padEnd, padStart } from '../measure.ts';
import { configurationName, type Sheet, unitsOf } from './sheet.ts';

/** More hosts than this that take nothing are counted, not drawn. */
const SHOWN = 8;
/** Of those that take machines as many as anybody reads; a machine reads the JSON. */
const TAKING = 50;

interface HostLine {
  readonly id: string;
  readonly where: string;
  readonly takes: string;
  readonly cores: string;
  readonly charge: string;
}

/** Which host takes how many machines, how full it gets and what is newly charged; if none does, what each has free. */
export function hostLines(sheet: Sheet): readonly string[] {
  const { measure } = sheet;
  const taking = sheet.plan.hosts.filter((host) => takesMachines(host, sheet));
  const there = sheet.plan.hosts.filter(({ opened }) => opened !== true);
  const hosts = taking.length > 0 ? taking.slice(0, TAKING) : there.slice(0, SHOWN);
  const lines = hosts.map((host) => (taking.length > 0 ? takingLine(host, sheet) : freeLine(host, sheet)));
  const width = (key: keyof HostLine): number => Math.max(...lines.map((line) => measure(line[key])));
  const widths = { id: width('id'), where: width('where'), takes: width('takes'), cores: width('cores') };
  const column = (line: HostLine, key: 'id' | 'where' | 'takes'): string => padEnd(line[key], widths[key], measure);
  const drawn = lines.map((line) => {
    const cores = padStart(line.cores, widths.cores, measure);
    const takes = line.takes === '' ? [] : [column(line, 'takes')];
    return `${column(line, 'id')}  ${[column(line, 'where'), ...takes, cores, line.charge].join('   ')}`.trimEnd();
  });
  if (taking.length === 0) return [...drawn, ...others(there.length, sheet)];
  const more = taking.length - hosts.length;
  return more === 0 ? drawn : [...drawn, `and ${more} more take machines: -o json has all`];
}

/** Where to see the hosts that are not drawn. Of a group only a few of each kind were read, so the rest is not counted. */
function others(there: number, { request: { group } }: Sheet): readonly string[] {
  if (group !== undefined) return there > 1 ? [`all of them: lm hrg show ${group}`] : [];
  return there > SHOWN ? [`and ${there - SHOWN} more: lm host list`] : [];
}

/** A refused launch opens no host: what it would have opened is drawn as it stands. */
function takesMachines({ takes, opened, newCharges }: HostImpact, { check }: Sheet): boolean {
  return takes > 0 && (check.decision.verdict !== 'blocked' || (newCharges.length === 0 && opened !== true));
}

function takingLine(host: HostImpact, sheet: Sheet): HostLine {
  return {
    ...place(host, sheet),
    takes: `takes ${host.takes}`,
    cores: `${host.usedCoresAfter} of ${host.cores} cores in use`,
    charge: [newly(host, sheet), already(host, sheet)].filter((text) => text !== '').join('; '),
  };
}

function freeLine(host: HostImpact, sheet: Sheet): HostLine {
  const charged = chargedNames(host, sheet);
  const charge = charged === '' ? 'not charged' : `charged to ${charged}`;
  const byHost = sheet.configurations.some((each) => each.basis === 'host');
  return {
    ...place(host, sheet),
    takes: '',
    cores: `${host.cores - host.usedCoresBefore} of ${host.cores} cores free`,
    charge: byHost ? charge : '',
  };
}

function place({ hostId, opened, family, zone }: HostImpact, { short }: Sheet): Pick<HostLine, 'id' | 'where'> {
  return { id: opened === true ? KNOWN_AFTER_APPLY : short(hostId), where: `${family}, ${zone}` };
}

function newly(host: HostImpact, sheet: Sheet): string {
  const charges = host.newCharges.map(({ configurationArn, units }) => {
    const impact = sheet.configurations.find((each) => each.licenseConfigurationArn === configurationArn);
    const unit = impact === undefined ? 'licences' : unitsOf(impact);
    return `${units} ${unit} to ${configurationName(sheet, configurationArn)}`;
  });
  return charges.length === 0 ? '' : `newly charged: ${allOf(charges)}`;
}

function already(host: HostImpact, sheet: Sheet): string {
  const charged = chargedNames(host, sheet);
  return charged === '' ? '' : `already charged to ${charged}`;
}

const chargedNames = (host: HostImpact, sheet: Sheet): string =>
  allOf(host.chargedTo.map((charged) => configurationName(sheet, charged)));
