import { describe, expect, it } from 'vitest';
import { launchCheckJson } from '../../../src/render/launch-check.ts';
import { arn, host, impact, launchCheck, request, wording } from '../fixtures.ts';

const VIOLATION = {
  id: 'launch-hard-block',
  path: 'ImageId',
  args: { configuration: 'win-dc', requested: 48, used: 96, limit: 96, short: 48, id: 'shadow' },
};

describe('launchCheckJson', () => {
  it('is one object with every member of the contract, numbers by name, ids and ARNs whole', () => {
    const check = launchCheck({
      verdict: 'blocked',
      fits: 0,
      violations: [VIOLATION],
      notChecked: [],
      configurations: [impact({ name: 'win-dc', needed: 48, consumed: 96 })],
      hosts: [host('h-0193a5f00001a2b3c')],
    });
    const words = wording({ 'launch-hard-block': { message: 'too many', why: 'because', fix: ['--count 1'] } });
    expect(launchCheckJson(check, request(), words)).toEqual({
      formatVersion: 1,
      backend: 'local',
      verdict: 'blocked',
      requested: 1,
      fits: 0,
      configurations: [
        {
          name: 'win-dc',
          licenseConfigurationArn: arn('win-dc'),
          countingType: 'Core',
          enforced: true,
          needed: 48,
          consumed: 96,
          limit: 96,
          remaining: 0,
          basis: 'host',
        },
      ],
      violations: [
        {
          id: 'launch-hard-block',
          severity: 'block',
          message: 'too many',
          why: 'because',
          fix: ['--count 1'],
          source: { document: 'License Manager User Guide', section: 'License configuration parameters and rules' },
          basis: 'stated',
          path: 'ImageId',
          configuration: 'win-dc',
          requested: 48,
          used: 96,
          limit: 96,
          short: 48,
        },
      ],
      alerts: [],
      notChecked: [],
      hosts: [{ ...host('h-0193a5f00001a2b3c') }],
      fixes: [],
      account: '111122223333',
      region: 'us-east-1',
      checkedAt: '2026-11-21T03:00:00.000Z',
    });
  });

  it('gives alerts the severity warn, whatever the rule would be under a hard limit', () => {
    const check = launchCheck({ verdict: 'warn', alerts: [{ id: 'rule-minimum-cores-check', args: {} }] });
    expect(launchCheckJson(check, request(), wording({}))).toMatchObject({ alerts: [{ severity: 'warn' }] });
  });

  it('does not tell what stands for the id of a host that is yet to be allocated', () => {
    const opened = {
      ...host('new-host-1'),
      opened: true,
      takes: 1,
      newCharges: [{ configurationArn: arn('win-dc'), hostId: 'new-host-1', units: 48 }],
    } as const;
    const check = launchCheck({ verdict: 'allowed', hosts: [opened] });
    const json = JSON.stringify(launchCheckJson(check, { ...request(), group: 'prod' }, wording({})));
    expect(json).toContain('"hostResourceGroup":"prod"');
    expect(json).not.toContain('new-host-1');
    expect(json.match(/\(known after apply\)/g)).toHaveLength(2);
  });
});
