import type { CheckReport, ReportCase, ReportFinding } from '../../contract/report.ts';
import { findingLines } from './words.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

interface Hit {
  readonly where: ReportCase;
  readonly finding: ReportFinding;
}

/**
 * SARIF 2.1.0, with what GitHub code scanning asks for: a stable rule id, a file with its line, and a fingerprint that stays
 * when lines move.
 */
export function drawSarif({ cases, headline }: CheckReport): string {
  const hits = cases.flatMap((where) => where.findings.map((finding): Hit => ({ where, finding })));
  const rules = rulesOf(hits);
  const ids = rules.map(({ id }) => id);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lm', rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: [{ message: { text: headline }, level: 'note' }] },
        ],
        results: hits.map((hit) => resultOf(hit, ids.indexOf(hit.finding.id))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function rulesOf(hits: readonly Hit[]) {
  const rules = new Map(hits.map(({ finding }) => [finding.id, finding] as const));
  return [...rules.values()].map(({ id, why, level, source }) => ({
    id,
    shortDescription: { text: id.replaceAll('-', ' ') },
    fullDescription: { text: why ?? id.replaceAll('-', ' ') },
    help: { text: `lm explain ${id}${source === undefined ? '' : `\nfrom: ${source}`}` },
    defaultConfiguration: { level },
  }));
}

function resultOf({ where, finding }: Hit, ruleIndex: number) {
  const { place, address, type } = where;
  const [title = finding.message, ...more] = findingLines(finding);
  return {
    ruleId: finding.id,
    ruleIndex,
    level: finding.level,
    message: { text: [`${address}: ${title.slice(finding.id.length + 2)}`, ...more].join('\n') },
    locations: [
      {
        ...(place === undefined
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: uriOf(place.file) },
                region: { startLine: place.line ?? 1, startColumn: place.column ?? 1 },
              },
            }),
        logicalLocations: [{ fullyQualifiedName: address, kind: type }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${hash(`${finding.id}\n${address}`)}:1` },
  };
}

/** A path as a URI reference: relative ones stay relative to the root of the repository. */
function uriOf(file: string): string {
  const path = encodeURI(file.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent);
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${path}` : path.replace(/^(\.\/)+/, '');
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a of 64 bits: the same finding of the same resource has the same fingerprint in each run. */
function hash(text: string): string {
  let value = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) value = BigInt.asUintN(64, (value ^ BigInt(byte)) * FNV_PRIME);
  return value.toString(16).padStart(16, '0');
}
