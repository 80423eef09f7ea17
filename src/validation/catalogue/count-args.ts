import { when } from './sources.ts';

/** Licences that a launch, a start or an association needs, beside what is used and what may be used. */
export type CountSubject = {
  readonly configuration: string;
  readonly needed: number;
  readonly consumed: number;
  readonly limit: number;
  /** The host resource group whose new hosts they are for. */
  readonly group?: string | undefined;
};

/** The numbers of a count that does not fit. What needs nothing always fits, and so does what fills the limit exactly. */
export const countArgs = ({ configuration, needed, consumed, limit, group }: CountSubject) =>
  when(needed > 0 && consumed + needed > limit, {
    configuration,
    requested: needed,
    used: consumed,
    limit,
    short: consumed + needed - limit,
    ...(group === undefined ? {} : { group }),
  });
