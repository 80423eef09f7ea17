import { AwsBackend } from './backend.ts';
import { clientToken } from './ids.ts';
import type { AwsOptions } from './options.ts';

/** Opens AWS. Nothing is asked and no part of the SDK loads before the first call. */
export function openAws(options: Omit<AwsOptions, 'token'> & Partial<Pick<AwsOptions, 'token'>>): AwsBackend {
  return new AwsBackend({ token: clientToken, ...options });
}
