import { describe, expect, it } from 'vitest';
import { checkLaunch } from '../../src/aws/check-launch.ts';
import type { Call } from '../../src/contract/ports.ts';
import { START } from '../support/sandbox.ts';
import type { Stage } from '../support/scenario/stage.ts';
import { play } from '../support/scenario.ts';

const SHARED = `
    account  member 444455556666
    organization
    invite   member as letter
    as       member
    accept   letter
    as       home
    config   sql core count=144 hard
    ami      win config=sql cross-account
    share    win with member
`;

/** What `lm check launch` says to the member about a launch into the group, over the calls that AWS answers it. */
function asMember(InstanceType: 'm5.8xlarge' | 'r5.large', count: number) {
  return async (stage: Stage) => {
    const scope = { ...stage.scope, account: stage.id('member') };
    const call: Call = (operation, input) => stage.sandbox.call(operation, input, scope);
    const { decision } = await checkLaunch(
      { call, scope, now: START },
      {
        ImageId: stage.id('win'),
        InstanceType,
        MinCount: count,
        MaxCount: count,
        Placement: { HostResourceGroupArn: `arn:aws:resource-groups:us-east-1:${stage.id('home')}:group/prod` },
      },
    );
    return decision;
  };
}

async function decided(rows: string, type: 'm5.8xlarge' | 'r5.large', count: number) {
  const found: unknown[] = [];
  await play(`${SHARED}${rows}`, async (stage) => {
    const { verdict, violations, notChecked } = await asMember(type, count)(stage);
    const open = notChecked.filter(({ why }) => !why.includes("AWS's to judge"));
    found.push({ verdict, violations: violations.map(({ id }) => id), notChecked: open });
  });
  return found[0];
}

const OWNER = '111122223333';
const UNSEEN = { what: 'the room on 1 host of the group prod', why: `is told to account ${OWNER} only` };

describe('a launch on AWS into a group that another account shares', () => {
  it('is allowed where a host can be opened and the licences suffice for any choice', async () => {
    const rows = `
    group    prod config=sql allocate
    lend     prod,sql to member
    as       member
    launch   a from win m5.8xlarge x2 hrg=prod`;
    expect(await decided(rows, 'm5.8xlarge', 1)).toEqual({ verdict: 'allowed', violations: [], notChecked: [UNSEEN] });
    expect(await decided(rows, 'm5.8xlarge', 3)).toMatchObject({ verdict: 'allowed' });
    expect(await decided(rows, 'm5.8xlarge', 7)).toMatchObject({ verdict: 'unknown', violations: [] });
  });

  it('is not known where no host is opened and those that there are cannot be seen', async () => {
    const rows = `
    group    prod config=sql families=m5
    host     h m5
    join     prod h
    tick     2m
    lend     prod,sql to member`;
    expect(await decided(rows, 'm5.8xlarge', 1)).toEqual({
      verdict: 'unknown',
      violations: [],
      notChecked: [
        {
          ...UNSEEN,
          why: `${UNSEEN.why}; if none has any, it would be refused (hrg-setting-auto-allocate)`,
          toldTo: OWNER,
        },
      ],
    });
    expect(await decided(rows, 'r5.large', 1)).toMatchObject({
      verdict: 'blocked',
      violations: ['hrg-setting-families'],
    });
  });
});
