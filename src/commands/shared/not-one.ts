import { check } from '../../validation/catalogue/index.ts';
import { nearest } from '../../validation/nearest.ts';
import { faultOf } from '../../validation/refuse.ts';

/** A name that did not name exactly one resource. */
export interface Given {
  readonly kind: string;
  readonly given: string;
  readonly matches: readonly string[];
  /** Every name there is, for suggestions. */
  readonly names: readonly string[];
  readonly account: string;
  readonly region: string;
  readonly list: string;
}

/** Apart from the finding itself, so that what is found loads none of the wording. @throws Fault always */
export function notOne({ names, ...given }: Given): never {
  const subject = { ...given, exact: names.includes(given.given), nearest: nearest(given.given, names) };
  throw faultOf([...check('name-not-found', subject), ...check('name-ambiguous', subject)]);
}
