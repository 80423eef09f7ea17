import { BACKENDS, OUTPUT_FORMATS, type SettingName, type StoredSettings } from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import { nearest } from '../validation/nearest.ts';

interface Key {
  readonly flag: string;
  readonly env: string;
  /** What is wrong with a value, as "must be …". */
  judge(value: string): string | undefined;
}

const oneOf = (words: readonly string[]) => (value: string) =>
  words.includes(value) ? undefined : `must be one of ${words.join(', ')}`;

const matching = (pattern: RegExp, must: string) => (value: string) => (pattern.test(value) ? undefined : must);

/** The settings: one row gives the flag, the variable and what a value must look like. */
export const KEYS: Readonly<Record<SettingName, Key>> = {
  backend: { flag: '--backend', env: 'LM_BACKEND', judge: oneOf(BACKENDS) },
  sandbox: {
    flag: '--sandbox',
    env: 'LM_SANDBOX',
    judge: matching(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      'must be 1 to 64 letters, digits, dots, dashes or underscores',
    ),
  },
  account: { flag: '--account', env: 'LM_ACCOUNT', judge: matching(/^\d{12}$/, 'must be an account id of 12 digits') },
  region: {
    flag: '--region',
    env: 'LM_REGION',
    judge: matching(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, 'must be a Region such as us-east-1'),
  },
  profile: { flag: '--profile', env: 'LM_PROFILE', judge: matching(/\S/, 'must not be empty') },
  endpointUrl: {
    flag: '--endpoint-url',
    env: 'LM_ENDPOINT_URL',
    judge: matching(/^https?:\/\/\S+$/, 'must be a URL that starts with http:// or https://'),
  },
  output: { flag: '--output', env: 'LM_OUTPUT', judge: oneOf(OUTPUT_FORMATS) },
};

export function isSettingName(word: string): word is SettingName {
  return Object.hasOwn(KEYS, word);
}

/**
 * Checks every value and drops the absent ones.
 * @param where how to name the place of a key in an error: a file and key, a variable, a flag
 * @throws UsageError that names the place, the value, what it must be, and the nearest key for one that does not exist
 */
export function checked(values: Readonly<Record<string, unknown>>, where: (key: string) => string): StoredSettings {
  const good: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (!isSettingName(key)) throw unknownKey(key, where(key));
    const wrong = typeof value === 'string' ? KEYS[key].judge(value) : 'must be text';
    if (wrong !== undefined) throw new UsageError(`${where(key)} is ${JSON.stringify(value)}, but it ${wrong}`);
    good[key] = value;
  }
  return good;
}

function unknownKey(key: string, where: string): UsageError {
  const known = Object.keys(KEYS);
  const near = nearest(key, known, 1)[0];
  return new UsageError(
    `${where} is not a setting`,
    near ? `did you mean ${near}?` : `the settings are ${known.join(', ')}`,
  );
}
