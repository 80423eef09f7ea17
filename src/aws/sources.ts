import type { FoundCredentials } from './client.ts';

/** The SDK's marks of where credentials were found (feature ids of its user agent), in words; the most telling first. */
const MARKS: readonly (readonly [mark: string, words: (profile: string) => string])[] = [
  ['CREDENTIALS_STS_ASSUME_ROLE', (profile) => `profile ${profile} (assumed role)`],
  ['CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN', () => 'web identity token (environment)'],
  ['CREDENTIALS_PROFILE_SSO', (profile) => `profile ${profile} (IAM Identity Center)`],
  ['CREDENTIALS_PROFILE_SSO_LEGACY', (profile) => `profile ${profile} (IAM Identity Center)`],
  ['CREDENTIALS_PROFILE_LOGIN', (profile) => `profile ${profile} (aws login)`],
  ['CREDENTIALS_PROFILE_PROCESS', (profile) => `profile ${profile} (credential process)`],
  ['CREDENTIALS_PROFILE_STS_WEB_ID_TOKEN', (profile) => `profile ${profile} (web identity token)`],
  ['CREDENTIALS_PROFILE', (profile) => `profile ${profile}`],
  ['CREDENTIALS_ENV_VARS', () => 'AWS_ACCESS_KEY_ID'],
  ['CREDENTIALS_HTTP', () => 'container role'],
  ['CREDENTIALS_IMDS', () => 'instance role'],
];

/** Where credentials come from, in words; never what they are. */
export function credentialsSource({ $source = {} }: FoundCredentials, profile: string | undefined): string {
  const mark = MARKS.find(([name]) => name in $source);
  if (mark !== undefined) return mark[1](profile ?? 'default');
  return profile === undefined ? 'AWS_ACCESS_KEY_ID' : `profile ${profile}`;
}
