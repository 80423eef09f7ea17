import { nearest } from '../../validation/nearest.ts';
import { USAGE_OPERATIONS, usageOperation } from '../../validation/usage-operations.ts';
import { type About, custom, no, ok, type Param } from '../params.ts';

/** A billing code as AWS words it: "Windows BYOL". */
export const billingWords = (code: string | undefined): string | undefined =>
  usageOperation(code ?? '')?.platformDetails ?? code;

/** Whose licences a billing code stands for: AWS's (on the bill), yours, both, or none at all. */
export function licencesFrom(code: string | undefined): string | undefined {
  const facts = usageOperation(code ?? '');
  if (facts === undefined) return undefined;
  const who = [
    ...(facts.platformDetails.includes('BYOL') ? ['you'] : []),
    ...(facts.licenseIncludedProducts.length > 0 ? ['AWS'] : []),
  ];
  return who.length === 0 ? undefined : who.join(' and ');
}

/** A billing code, written as AWS does (RunInstances:0800), by its digits (0800) or in words (windows-byol, linux). */
export function billingParam(about: About): Param<string, false> {
  const isCode = (value: unknown): value is string => typeof value === 'string' && usageOperation(value) !== undefined;
  return custom<string>(about, { placeholder: 'CODE', holds: isCode, parse: parseBilling });
}

function parseBilling(given: string) {
  const word = short(given);
  const found = USAGE_OPERATIONS.find(
    ({ usageOperation: code, platformDetails }) =>
      code.toLowerCase() === given.toLowerCase() || code.split(':')[1] === word || short(platformDetails) === word,
  );
  if (found !== undefined) return ok(found.usageOperation);
  const known = USAGE_OPERATIONS.flatMap((row) => [row.usageOperation, short(row.platformDetails)]);
  const near = [...nearest(given, known, 2), ...nearest(word, known, 2)].slice(0, 2);
  const hint = near.length === 0 ? '' : ` (did you mean ${[...new Set(near)].join(' or ')}?)`;
  return no(`must be a billing code such as RunInstances:0800, or its words such as windows-byol or linux${hint}`);
}

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/[^a-z0-9]+/g, '-'],
  [/red-hat-enterprise-linux/g, 'rhel'],
  [/red-hat-byol-linux/g, 'rhel-byol'],
  [/suse-linux|sles/g, 'suse'],
  [/linux-unix/g, 'linux'],
  [/sql-server/g, 'sql'],
  [/-(with|and)-/g, '-'],
];

/** "Windows with SQL Server Enterprise" as `windows-sql-enterprise`. */
const short = (words: string): string =>
  SHORTER.reduce((text, [long, shorter]) => text.replace(long, shorter), words.trim().toLowerCase());
