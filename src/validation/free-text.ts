import type { Violation } from '../contract/decision.ts';
import { configRows, type FreeText } from './catalogue/config.ts';
import { checkIn } from './check-in.ts';

/** What is let through with a warning: personal data in names, descriptions and tags. */
export const textWarnings = (texts: FreeText): readonly Violation[] =>
  checkIn(configRows, 'config-no-sensitive-text', texts);
