import { type Placement, USAGE_OPERATIONS } from '../../src/validation/usage-operations.ts';

/** One cell of the table of billing codes and places, as RULINGS 29 states it: written anew here, to check the table against. */
export interface MatrixCell {
  readonly code: string;
  readonly place: Placement;
  readonly allowed: boolean;
}

export const PLACES: readonly Placement[] = ['shared', 'dedicated', 'host', 'group'];

const EXCEPTIONS: Readonly<Record<string, readonly Placement[]>> = {
  RunInstances: PLACES,
  'RunInstances:00g0': PLACES,
  'RunInstances:0002': PLACES,
  'RunInstances:0800': ['dedicated', 'host', 'group'],
  'RunInstances:0804': ['dedicated'],
};

/** Every billing code, in every place: what launch, start, move and conversion must agree on. */
export const MATRIX: readonly MatrixCell[] = USAGE_OPERATIONS.flatMap(({ usageOperation: code }) =>
  PLACES.map((place) => ({ code, place, allowed: (EXCEPTIONS[code] ?? ['shared', 'dedicated']).includes(place) })),
);

/** The words of a scenario for a place; a group is given by its own option. */
export const tenancyOf = (place: Placement): 'default' | 'dedicated' | 'host' =>
  place === 'shared' ? 'default' : place === 'dedicated' ? 'dedicated' : 'host';
