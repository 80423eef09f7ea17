import { describe } from 'vitest';
import { judgePlacement, placementFor, USAGE_OPERATIONS } from '../../src/validation/usage-operations.ts';
import { MATRIX, tenancyOf } from '../support/matrix.ts';
import { scenario } from '../support/scenario.ts';

/** The words for how a cell ends: which row of the catalogue refuses it stands in the table itself. */
function end(code: string, place: 'shared' | 'dedicated' | 'host'): string {
  const cell = MATRIX.find((one) => one.code === code && one.place === place);
  const answer = judgePlacement(code, placementFor(tenancyOf(place), false));
  return cell?.allowed ? 'ok' : `refused ${answer.kind === 'refused' ? answer.id : ''}`;
}

/** Launch and move, through the engine: every billing code on every tenancy, one after the other. */
describe.each(USAGE_OPERATIONS.map(({ usageOperation }) => usageOperation))('%s', (code) => {
  const usage = code === 'RunInstances' ? '' : `usage=${code.slice('RunInstances:'.length)}`;
  scenario(
    'launch-billing-tenancy: launched and moved',
    `
    host     h m5
    ami      own ${usage}
    launch   s from own m5.large             | ${end(code, 'shared')}
    launch   h from own m5.large host        | ${end(code, 'host')}
    launch   a from own m5.large dedicated   | ${end(code, 'dedicated')}
    stop     a
    move     a shared                        | ${end(code, 'shared')}
    move     a dedicated                     | ${end(code, 'dedicated')}
    move     a host                          | ${end(code, 'host')}
    start    a
  `,
  );
});
