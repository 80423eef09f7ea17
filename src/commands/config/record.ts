import type { View } from '../../contract/result.ts';
import { counted } from '../../validation/words.ts';
import type { Configuration } from './limit.ts';
import { productWords } from './products.ts';
import { hostsWorth, longLimitWords, meaning, resourceWord, ruleWords, usedWords, worthWords } from './words.ts';

type Field = readonly [label: string, value: unknown];

/**
 * A configuration as a record: its terms in words, what is used and by what, and what that means for a launch.
 * @param sharing with whom it is shared, as lines
 */
export function recordView(configuration: Configuration, sharing: readonly Field[] = []): View {
  const fields = [...identity(configuration), ...terms(configuration), ...use(configuration), ...sharing];
  return { kind: 'record', fields };
}

function identity(one: Configuration): readonly Field[] {
  return [
    ['name', one.Name],
    ...optional('description', one.Description),
    ['id', one.LicenseConfigurationId],
    ['arn', one.LicenseConfigurationArn],
    ['status', one.Status],
  ];
}

function terms(one: Configuration): readonly Field[] {
  const { LicenseCountingType: counting, LicenseCount: count, LicenseRules: rules = [] } = one;
  const worth = counting === 'Core' && count !== undefined ? worthWords(hostsWorth(count)) : undefined;
  const products = productWords(one.ProductInformationList ?? []);
  return [
    ['counts', counting],
    ['limit', worth === undefined ? longLimitWords(one) : `${longLimitWords(one)} = ${worth}`],
    ...several('rules', ruleWords(rules), 'none'),
    ...(products.length === 0 ? [] : several('finds', products, '')),
    ...(one.DisassociateWhenNotFound ? [['when uninstalled', 'tracking stops'] as const] : []),
    ...(one.LicenseExpiry === undefined ? [] : [['expires', new Date(one.LicenseExpiry * 1000)] as const]),
    ['means', meaning(one)],
  ];
}

function use(one: Configuration): readonly Field[] {
  const consumed = (one.ConsumedLicenseSummaryList ?? [])
    .filter(({ ConsumedLicenses = 0 }) => ConsumedLicenses > 0)
    .map(({ ResourceType, ConsumedLicenses = 0 }) => `${ConsumedLicenses} by ${resourceWord(ResourceType)}s`);
  const attached = (one.ManagedResourceSummaryList ?? [])
    .filter(({ AssociationCount = 0 }) => AssociationCount > 0)
    .map(({ ResourceType, AssociationCount = 0 }) => counted(AssociationCount, resourceWord(ResourceType)));
  const tags = (one.Tags ?? []).map(({ Key, Value }) => `${Key}=${Value}`);
  return [
    ['usage', [usedWords(one), ...consumed].join('; ')],
    ['attached', attached.length === 0 ? 'nothing' : attached.join(', ')],
    ...(tags.length === 0 ? [] : [['tags', tags.join(', ')] as const]),
    ['owner', one.OwnerAccountId],
  ];
}

const optional = (label: string, value: string | undefined): readonly Field[] =>
  value === undefined || value === '' ? [] : [[label, value]];

/** One line each; the label stands at the first. */
const several = (label: string, lines: readonly string[], empty: string): readonly Field[] =>
  lines.length === 0 ? [[label, empty]] : lines.map((line, at) => [at === 0 ? label : '', line] as const);
