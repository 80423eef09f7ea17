import type { Settings } from '../../../contract/settings.ts';
import type { CreateArgs } from '../declare-terms.ts';
import type { Configuration } from '../limit.ts';
import { PRODUCT_NAMES } from '../products.ts';
import { createInput } from '../terms.ts';
import { DISCLAIMER, hostsWorth, longLimitWords, longUnits, meaning, ruleWords, worthWords } from '../words.ts';
import { commandLine } from './command-line.ts';

/** What would be made, what it means for a launch, and the line that makes the same. */
export function summary(args: CreateArgs, settings?: Settings): string {
  const input = createInput(args);
  const { name } = args;
  const [first = '', ...rest] = [
    limitLine(input),
    ...ruleWords(input.LicenseRules ?? []),
    ...(args.product ?? []).map((product) => `finds ${PRODUCT_NAMES[product]} by itself`),
    ...(args.description === undefined ? [] : [args.description]),
    ...(input.Tags ?? []).map(({ Key, Value }) => `tag ${Key}=${Value}`),
  ];
  const margin = ' '.repeat(name.length + 3);
  return [
    `${name}   ${first}`,
    ...rest.map((line) => `${margin}${line}`),
    meaning(input),
    DISCLAIMER,
    '',
    `Same as:  ${commandLine(args, settings)}`,
  ].join('\n');
}

function limitLine(terms: Configuration): string {
  const { LicenseCountingType: type = 'Instance', LicenseCount: count } = terms;
  if (count === undefined) return `counts ${longUnits(type, 2).replace(/^2 /, '')}, no limit`;
  const worth = type === 'Core' ? worthWords(hostsWorth(count)) : undefined;
  return worth === undefined ? longLimitWords(terms) : `${longLimitWords(terms)}   = ${worth}`;
}
