import type { Tenancy } from '../../contract/world.ts';
import { parseTenancy } from '../../validation/words.ts';
import { choice, custom, no, ok, text } from '../params.ts';

/** Where a machine can be moved; a host resource group is a place of its own. */
export type Place = Tenancy | 'hrg';

const GROUPS = ['hrg', 'group', 'host-resource-group', 'host_resource_group'];
const isPlace = (value: unknown): value is Place =>
  value === 'default' || value === 'dedicated' || value === 'host' || value === 'hrg';

const placeParam = custom<Place>(
  {
    help: 'shared, dedicated (Dedicated Instance), host (Dedicated Host) or hrg (host resource group); --host and --hrg say it too',
    placeholder: 'TENANCY',
    aliases: ['tenancy'],
    example: 'host',
  },
  {
    placeholder: 'TENANCY',
    holds: isPlace,
    parse: (given) => {
      const place = GROUPS.includes(given.trim().toLowerCase()) ? 'hrg' : parseTenancy(given);
      return place === undefined ? no('must be shared, dedicated, host or hrg') : ok(place);
    },
  },
);

/** What a move says, alike for `lm convert tenancy` and `lm instance move`. */
export const moveOptions = {
  to: placeParam,
  host: text({
    help: 'the Dedicated Host to start on, by name or id',
    placeholder: 'HOST',
    names: 'host',
    aliases: ['host-id'],
  }),
  hrg: text({
    help: 'the host resource group to start in, by name or ARN',
    placeholder: 'GROUP',
    names: 'hrg',
    aliases: ['group', 'host-resource-group'],
  }),
  affinity: choice(['default', 'host'], {
    help: 'host: start on that host only; default: on any that has room',
    placeholder: 'host|default',
  }),
} as const;

export interface MoveArgs {
  readonly instances: readonly string[];
  readonly to?: Place | undefined;
  readonly host?: string | undefined;
  readonly hrg?: string | undefined;
  readonly affinity?: 'default' | 'host' | undefined;
}
