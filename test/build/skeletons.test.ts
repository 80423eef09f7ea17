import { describe, expect, it } from 'vitest';
import { parseWanted, skeletons } from '../../scripts/skeletons.ts';
import { CODE_RULES } from '../tidy/code-rules.ts';
import { IMPORT_RULES } from '../tidy/import-rules.ts';
import { parse } from '../tidy/source.ts';

const wanted = { service: 'license-manager', operation: 'ListReceivedGrants', noun: 'grant', verb: 'list-received' };

describe('npm run new:operation', () => {
  it('reads an operation, a noun and a verb', () => {
    expect(parseWanted(['license-manager:ListReceivedGrants', 'grant', 'list-received'])).toEqual(wanted);
  });

  it.each([
    ['nothing', []],
    ['an operation without its service', ['ListReceivedGrants', 'grant', 'list']],
    ['an operation in small letters', ['license-manager:listReceivedGrants', 'grant', 'list']],
    ['no verb', ['license-manager:ListReceivedGrants', 'grant']],
    ['a path instead of a noun', ['license-manager:ListReceivedGrants', '../grant', 'list']],
  ])('says how it is written when given %s', (_, args) => {
    expect(() => parseWanted(args)).toThrow('npm run new:operation -- license-manager:CreateGrant grant create');
  });

  it('puts the operation, the command and their tests where the tree mirrors them', () => {
    expect(Object.keys(skeletons(wanted).files)).toEqual([
      'src/local-engine/operations/license-manager/ListReceivedGrants.ts',
      'src/commands/grant/list-received.ts',
      'test/local-engine/operations/license-manager/ListReceivedGrants.test.ts',
      'test/commands/grant/list-received.test.ts',
    ]);
  });

  it('takes an operation that only reads for one, and any other for a write', () => {
    const access = (operation: string) =>
      Object.values(skeletons({ ...wanted, operation }).files)[0]?.match(/access: '(\w+)'/)?.[1];
    expect([access('ListReceivedGrants'), access('CreateGrant')]).toEqual(['read', 'write']);
  });

  it('writes files that keep the habits of the house', () => {
    const files = Object.entries(skeletons(wanted).files).filter(([path]) => path.startsWith('src/'));
    const sources = files.map(([path, text]) => parse(path, text));
    const offences = sources.flatMap((source) => [...IMPORT_RULES, ...CODE_RULES].flatMap(({ find }) => find(source)));
    expect(sources).toHaveLength(2);
    expect(offences).toEqual([]);
  });

  it('names every place where they are registered', () => {
    expect(skeletons(wanted).register.map(({ file }) => file)).toEqual([
      'src/contract/operations.ts',
      'src/local-engine/operations/license-manager/index.ts',
      'src/commands/grant/manifest.ts',
      'src/commands/grant/manifest.ts',
    ]);
    expect(skeletons(wanted).register.at(-1)?.line).toBe("verb(listReceived, () => import('./list-received.ts')),");
  });
});
