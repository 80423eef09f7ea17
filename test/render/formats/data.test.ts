import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { drawJson } from '../../../src/render/formats/json.ts';
import { drawYaml } from '../../../src/render/formats/yaml.ts';

const EVIL = 'a\u0000\u001b[31m\u007f\u009b2J\nlast';

describe('json and yaml', () => {
  it('hold dates in ISO form, bytes in base64 and big numbers whole; members that are undefined are left out', () => {
    const value = {
      at: new Date(0),
      bytes: new Uint8Array([1, 2]),
      big: 12345678901234567890n,
      gone: undefined,
      none: null,
      list: [],
    };
    expect(JSON.parse(drawJson(value))).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      bytes: 'AQI=',
      big: '12345678901234567890',
      none: null,
      list: [],
    });
  });

  it('give back a text with control characters unchanged, but never print one', async () => {
    expect(JSON.parse(drawJson({ EVIL }))).toEqual({ EVIL });
    expect(parse(await drawYaml({ EVIL }))).toEqual({ EVIL });
    expect(`${drawJson({ EVIL })}${await drawYaml({ [EVIL]: EVIL })}`).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('keep texts that an old YAML reader would take for something else', async () => {
    expect(await drawYaml({ a: 'yes', b: '012345678901', c: '2026-11-21', d: 'plain' })).toBe(
      'a: "yes"\nb: "012345678901"\nc: "2026-11-21"\nd: plain\n',
    );
  });

  it('do not break long lines or point to repeated parts', async () => {
    const rule = { text: 'word '.repeat(60).trim() };
    expect(await drawYaml([rule, rule])).toBe(`- text: ${rule.text}\n- text: ${rule.text}\n`);
  });
});
