import { expect, test } from 'vitest';
import { veil, watchBirths } from '../../src/cli/rehearsal.ts';
import type { Result } from '../../src/contract/result.ts';

const ARN = 'arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-0aa';

test('an ARN born in a rehearsal is hidden, as a whole and by its id, wherever it stands', () => {
  const result: Result = {
    value: { LicenseConfigurationArn: ARN, list: [{ id: 'lic-0aa' }], at: new Date(0), count: 3 },
    view: {
      kind: 'record',
      fields: [['arn', ARN]],
      sections: [{ title: 'usage', rows: [{ of: `of ${ARN}` }], columns: [] }],
    },
    names: ['lic-0aa'],
    notes: [{ kind: 'hint', text: 'lm config show lic-0aa' }],
  };
  const hidden = '(known after apply)';
  expect(veil(result, new Set([ARN, 'lic-0aa']))).toEqual({
    value: { LicenseConfigurationArn: hidden, list: [{ id: hidden }], at: new Date(0), count: 3 },
    view: {
      kind: 'record',
      fields: [['arn', hidden]],
      sections: [{ title: 'usage', rows: [{ of: `of ${hidden}` }], columns: [] }],
    },
    names: [hidden],
    notes: [{ kind: 'hint', text: `lm config show ${hidden}` }],
  });
});

test('ids that were there before are not hidden: only the members an operation gives birth to', async () => {
  const answer = '{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "Placement": {"HostId": "h-1"}}]}';
  const watched = watchBirths(() => Promise.resolve(JSON.parse(answer)));
  await watched.call('ec2:RunInstances', { MinCount: 1, MaxCount: 1 });
  expect([...watched.born]).toEqual(['i-1']);
  await watched.call('ec2:DescribeInstances', {});
  expect([...watched.born]).toEqual(['i-1']);
});

test('a created configuration is born with its ARN and the id in it', async () => {
  const watched = watchBirths(() => Promise.resolve(JSON.parse(`{"LicenseConfigurationArn": "${ARN}"}`)));
  await watched.call('license-manager:CreateLicenseConfiguration', { Name: 'a', LicenseCountingType: 'Core' });
  expect([...watched.born]).toEqual([ARN, 'lic-0aa']);
});

test('a host that a launch into a group opens is born with it; a member that was there before is not', async () => {
  const [before, launch, after] = ['00000000000000100', '00000000000000200', '00000000000000300'];
  const machine = (id: string, host: string) =>
    `{"InstanceId": "${id}", "Placement": {"HostId": "h-${host}", "HostResourceGroupArn": "arn:g"}}`;
  const answer = `{"ReservationId": "r-${launch}", "Instances": [${machine('i-1', before)}, ${machine('i-2', after)}]}`;
  const watched = watchBirths(() => Promise.resolve(JSON.parse(answer)));
  await watched.call('ec2:RunInstances', { MinCount: 2, MaxCount: 2 });
  expect([...watched.born].sort()).toEqual(['i-1', 'i-2', `h-${after}`, `r-${launch}`].sort());
});
