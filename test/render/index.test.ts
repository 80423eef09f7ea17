import { describe, expect, it } from 'vitest';
import type { Result, View } from '../../src/contract/result.ts';
import { OUTPUT_FORMATS } from '../../src/contract/settings.ts';
import { type RenderOptions, render } from '../../src/render/index.ts';
import { ESCAPE, impact, launchCheck, OLD, PIPE, request, SCREEN, wording } from './fixtures.ts';

const catalogue = () =>
  Promise.resolve({ describe: wording({ 'launch-hard-block': { message: 'too many' } }), exitOf: () => 3 as const });

const options = (over: Partial<RenderOptions> = {}): RenderOptions => ({ terminal: PIPE, catalogue, ...over });

const LIST: Result = {
  value: {
    LicenseConfigurations: [
      { Name: 'win-dc', LicenseCount: 96, Since: new Date('2026-01-02T03:04:05Z'), Description: undefined },
      { Name: 'backup', LicenseCount: 5 },
    ],
    NextToken: undefined,
  },
  names: ['win-dc', 'backup'],
  view: {
    kind: 'list',
    rows: [
      { name: 'win-dc', count: 96, hard: true, since: new Date('2026-01-02T03:04:05Z') },
      { name: 'backup', count: 5, hard: false },
    ],
    columns: [
      { key: 'name', title: 'Name' },
      { key: 'count', title: 'Count' },
      { key: 'hard', title: 'Hard' },
      { key: 'since', title: 'Since', optional: 1 },
    ],
    empty: 'no license configurations',
  },
};

const RECORD: Result = {
  value: { Name: 'win-dc', Rules: ['#minimumCores=8'] },
  view: {
    kind: 'record',
    fields: [
      ['name', 'win-dc'],
      ['rules', ['at least 8 cores', 'Dedicated Host']],
      ['limit', undefined],
    ],
    sections: [
      {
        title: 'usage',
        rows: [{ id: 'h-1', used: 48 }],
        columns: [
          { key: 'id', title: 'Resource' },
          { key: 'used', title: 'Used' },
        ],
      },
      { title: 'tags', rows: [], columns: [] },
    ],
  },
};

const text = (body: string): string => body.replace(/^\n/, '');

describe('a list', () => {
  it.each([
    [
      'table',
      text(`
Name    Count  Hard  Since
win-dc     96  yes   2026-01-02 03:04:05 UTC
backup      5  no    –
`),
    ],
    [
      'csv',
      text(`
name,count,hard,since
win-dc,96,true,2026-01-02T03:04:05.000Z
backup,5,false,
`),
    ],
    ['text', 'win-dc\t96\ttrue\t2026-01-02T03:04:05.000Z\nbackup\t5\tfalse\t\n'],
    ['name', 'win-dc\nbackup\n'],
    [
      'markdown',
      text(`
| Name | Count | Hard | Since |
| --- | --- | --- | --- |
| win-dc | 96 | yes | 2026-01-02 03:04:05 UTC |
| backup | 5 | no | – |
`),
    ],
    [
      'json',
      text(`
{
  "LicenseConfigurations": [
    {
      "Name": "win-dc",
      "LicenseCount": 96,
      "Since": "2026-01-02T03:04:05.000Z"
    },
    {
      "Name": "backup",
      "LicenseCount": 5
    }
  ]
}
`),
    ],
    [
      'yaml',
      text(`
LicenseConfigurations:
  - Name: win-dc
    LicenseCount: 96
    Since: "2026-01-02T03:04:05.000Z"
  - Name: backup
    LicenseCount: 5
`),
    ],
  ] as const)('as %s', async (format, drawn) => {
    expect(await render(LIST, options({ format }))).toBe(drawn);
  });

  it('is a table where no format is asked for', async () => {
    expect(await render(LIST, options())).toBe(await render(LIST, options({ format: 'table' })));
  });

  it('says what there is none of, but is silent for programs', async () => {
    const none: Result = {
      value: { L: [] },
      names: [],
      view: { kind: 'list', rows: [], columns: [], empty: 'no hosts yet' },
    };
    expect(await render(none, options())).toBe('no hosts yet\n');
    expect(await render(none, options({ format: 'text' }))).toBe('');
    expect(await render(none, options({ format: 'name' }))).toBe('');
    expect(await render(none, options({ format: 'markdown' }))).toBe('no hosts yet\n');
  });

  it('shows the columns asked for, in that order', async () => {
    expect(await render(LIST, options({ columns: ['Hard', 'name'] }))).toBe('Hard  Name\nyes   win-dc\nno    backup\n');
  });

  it('names the columns there are when one is asked for that is not', async () => {
    await expect(render(LIST, options({ columns: ['limit'] }))).rejects.toMatchObject({
      message: 'there is no column limit',
      hint: 'columns: name, count, hard, since',
    });
  });
});

describe('a list in a narrow terminal', () => {
  const at = (width: number, ascii = false) => render(LIST, options({ terminal: { width, colour: 0, ascii } }));

  it('keeps every column that just fits', async () => {
    expect((await at(44)).split('\n')[0]).toBe('Name    Count  Hard  Since');
  });

  it('drops optional columns first', async () => {
    expect((await at(43)).split('\n')[0]).toBe('Name    Count  Hard');
  });

  it('then cuts the widest cells and marks the cut', async () => {
    const long: Result = {
      ...LIST,
      view: {
        kind: 'list',
        empty: '',
        columns: [
          { key: 'a', title: 'A' },
          { key: 'b', title: 'B' },
        ],
        rows: [{ a: 'abcdefghijkl', b: 'xyz' }],
      },
    };
    const cut = (ascii: boolean) => render(long, options({ terminal: { width: 13, colour: 0, ascii } }));
    expect(await cut(false)).toBe('A         B\nabcdefg…  xyz\n');
    expect(await cut(true)).toBe('A         B\nabcde...  xyz\n');
  });

  it('counts wide letters as two columns', async () => {
    const wide: Result = {
      ...LIST,
      view: {
        kind: 'list',
        empty: '',
        columns: [
          { key: 'a', title: 'A' },
          { key: 'b', title: 'B' },
        ],
        rows: [
          { a: '日本', b: 'x' },
          { a: 'abcd', b: 'y' },
        ],
      },
    };
    expect(await render(wide, options())).toBe('A     B\n日本  x\nabcd  y\n');
  });
});

describe('a record', () => {
  it.each([
    [
      'table',
      text(`
name   win-dc
rules  at least 8 cores, Dedicated Host
limit  –

usage
  Resource  Used
  h-1         48

tags
  none
`),
    ],
    ['text', 'name\twin-dc\nrules\tat least 8 cores,Dedicated Host\nlimit\t\nUSAGE\th-1\t48\n'],
    ['csv', 'name,rules,limit\nwin-dc,"at least 8 cores,Dedicated Host",\n'],
    [
      'markdown',
      text(`
| Field | Value |
| --- | --- |
| name | win-dc |
| rules | at least 8 cores, Dedicated Host |
| limit | – |

### usage

| Resource | Used |
| --- | --- |
| h-1 | 48 |

### tags

none
`),
    ],
  ] as const)('as %s', async (format, drawn) => {
    expect(await render(RECORD, options({ format }))).toBe(drawn);
  });

  it('breaks a long value below its beginning', async () => {
    const terminal = { width: 24, colour: 0, ascii: false } as const;
    const [, first, second] = (await render(RECORD, options({ terminal }))).split('\n');
    expect([first, second]).toEqual(['rules  at least 8 cores,', '       Dedicated Host']);
  });

  it('has no names', async () => {
    expect(await render(RECORD, options({ format: 'name' }))).toBe('');
  });
});

describe('colour', () => {
  it('marks headers and labels in a terminal', async () => {
    const bold = (word: string): string => `${ESCAPE}[1m${word}${ESCAPE}[22m`;
    expect((await render(LIST, options({ terminal: SCREEN }))).startsWith(`${bold('Name')}    ${bold('Count')}`)).toBe(
      true,
    );
    expect((await render(RECORD, options({ terminal: SCREEN }))).startsWith(`${bold('name')}   win-dc`)).toBe(true);
  });

  it.each(OUTPUT_FORMATS)('never reaches a pipe, nor does an escape in the data, as %s', async (format) => {
    const evil = `a${ESCAPE}[31mb\u009b2J\u202ec\r\nd\te`;
    const views: readonly View[] = [
      {
        kind: 'list',
        rows: [{ [evil]: evil, n: [evil, { evil }] }],
        columns: [
          { key: evil, title: 'A' },
          { key: 'n', title: 'N' },
        ],
        empty: '',
      },
      {
        kind: 'record',
        fields: [[evil, evil]],
        sections: [{ title: 'T', rows: [{ a: evil }], columns: [{ key: 'a', title: 'A' }] }],
      },
      { kind: 'text', text: evil },
      {
        kind: 'launch-check',
        check: launchCheck({ configurations: [impact({ name: evil })] }),
        request: request({ image: evil, where: evil }),
      },
    ];
    for (const view of views) {
      const drawn = await render({ value: { evil }, names: [evil], view }, options({ format }));
      expect(drawn).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
  });
});

describe('text', () => {
  const hello: Result = { value: { a: 1 }, view: { kind: 'text', text: 'first\n\tsecond → ok\n' } };

  it('stays as it is', async () => {
    expect(await render(hello, options())).toBe('first\n\tsecond → ok\n');
  });

  it('has ASCII signs where the terminal has no others', async () => {
    expect(await render(hello, options({ terminal: OLD }))).toBe('first\n\tsecond -> ok\n');
  });

  it('is a code block in markdown', async () => {
    expect(await render(hello, options({ format: 'markdown' }))).toBe('```\nfirst\n\tsecond → ok\n```\n');
  });
});

describe('--query', () => {
  it.each([
    ['LicenseConfigurations[0].Name', undefined, '"win-dc"\n'],
    ['LicenseConfigurations[].Name', 'json', '[\n  "win-dc",\n  "backup"\n]\n'],
    ['LicenseConfigurations[].Name', 'text', 'win-dc\tbackup\n'],
    ['LicenseConfigurations[].[Name, LicenseCount]', 'text', 'win-dc\t96\nbackup\t5\n'],
    ['LicenseConfigurations[].[Name, LicenseCount]', 'table', 'win-dc  96\nbackup   5\n'],
    ['LicenseConfigurations[].{n: Name, c: LicenseCount}', 'table', 'n        c\nwin-dc  96\nbackup   5\n'],
    ['LicenseConfigurations[].{n: Name, c: LicenseCount}', 'csv', 'n,c\nwin-dc,96\nbackup,5\n'],
    ['LicenseConfigurations[].Name', 'yaml', '- win-dc\n- backup\n'],
    ['LicenseConfigurations[0].{n: Name}', 'text', 'n\twin-dc\n'],
    ['LicenseConfigurations[].Name', 'name', '[\n  "win-dc",\n  "backup"\n]\n'],
    ['NextToken', undefined, 'null\n'],
    ['NextToken', 'text', ''],
    ['Missing || LicenseConfigurations[1].Name', 'text', 'backup\n'],
    ["LicenseConfigurations[?Name=='backup'].LicenseCount | [0]", undefined, '5\n'],
    ['length(LicenseConfigurations)', undefined, '2\n'],
    ['sort_by(LicenseConfigurations, &LicenseCount)[0].Name', 'text', 'backup\n'],
  ] as const)('%s as %s', async (query, format, drawn) => {
    expect(await render(LIST, options({ query, ...(format ? { format } : {}) }))).toBe(drawn);
  });
});

describe('a launch check', () => {
  const check = launchCheck({
    verdict: 'blocked',
    fits: 0,
    violations: [{ id: 'launch-hard-block', args: { configuration: 'win-dc', short: 48 } }],
    configurations: [impact({ name: 'win-dc', needed: 48, consumed: 96 })],
  });
  const result: Result = { value: null, view: { kind: 'launch-check', check, request: request() } };

  it('is its own object for programs and for queries', async () => {
    expect(JSON.parse(await render(result, options({ format: 'json' })))).toMatchObject({
      formatVersion: 1,
      verdict: 'blocked',
    });
    expect(await render(result, options({ query: 'violations[0].[id, short]', format: 'text' }))).toBe(
      'launch-hard-block\t48\n',
    );
  });

  it('reads as a page for people, and as a code block in markdown', async () => {
    const page = await render(result, options());
    expect(page.startsWith('BLOCKED  1 × m5.8xlarge')).toBe(true);
    expect(await render(result, options({ format: 'markdown', terminal: SCREEN }))).toBe(`\`\`\`\n${page}\`\`\`\n`);
  });

  it('is one row for each configuration in csv and text', async () => {
    expect(await render(result, options({ format: 'csv' }))).toBe(
      'verdict,requested,fits,name,countingType,enforced,needed,consumed,limit,remaining,violations\n' +
        'blocked,1,0,win-dc,Core,true,48,96,96,0,launch-hard-block\n',
    );
  });

  it('is one row with the verdict where no configuration applies', async () => {
    const none: Result = { value: null, view: { kind: 'launch-check', check: launchCheck({}), request: request() } };
    expect(await render(none, options({ format: 'text' }))).toBe('allowed\t1\t1\t\t\t\t\t\t\t\t\n');
  });
});
