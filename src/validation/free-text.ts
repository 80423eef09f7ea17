import type { Violation } from '../contract/decision.ts';
import { configAccessRows, type FreeText } from './catalogue/config-access.ts';
import { checkIn } from './check-in.ts';

/** What is let through with a warning: personal data in names, descriptions and tags. */
export const textWarnings = (texts: FreeText): readonly Violation[] =>
  checkIn(configAccessRows, 'config-no-sensitive-text', texts);
