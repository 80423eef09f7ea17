import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACCOUNT } from '../support/sandbox.ts';
import { dump, REFUSAL_LEAVES } from '../support/scenario/invariants.ts';
import { OTHER, refusal, stage } from './operations/ec2/support.ts';

async function ready() {
  const sandbox = stage();
  const ImageId = await sandbox.image('amazon-linux-2023');
  const launch = (more: object, scope?: typeof OTHER) =>
    sandbox.call('ec2:RunInstances', { ImageId, InstanceType: 'm5.large', MinCount: 1, MaxCount: 1, ...more }, scope);
  return { ...sandbox, launch };
}

describe('a client token', () => {
  test('gives the same answer again, its times included, and changes nothing', async () => {
    const { launch, database, tick } = await ready();
    const first = await launch({ ClientToken: 't' });
    const before = dump(database, REFUSAL_LEAVES);
    tick(5000);
    expect(await launch({ ClientToken: 't' })).toEqual(first);
    expect(first.Instances?.[0]?.LaunchTime).toBeInstanceOf(Date);
    expect(dump(database, REFUSAL_LEAVES)).toEqual(before);
  });

  test('client-token-mismatch: with another request it is refused; without one, or with another, it is a new launch', async () => {
    const { launch } = await ready();
    const first = await launch({ ClientToken: 't' });
    await expect(launch({ ClientToken: 't', MaxCount: 2 })).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
    );
    for (const again of [{}, {}, { ClientToken: 'u' }]) expect(await launch(again)).not.toEqual(first);
  });

  test('does not look at the order in which members were written, at any depth', async () => {
    const { launch } = await ready();
    const market = { MarketType: 'spot', SpotOptions: { SpotInstanceType: 'one-time', MaxPrice: '1' } } as const;
    const turned = { SpotOptions: { MaxPrice: '1', SpotInstanceType: 'one-time' }, MarketType: 'spot' } as const;
    const first = await launch({ ClientToken: 't', KeyName: 'k', InstanceMarketOptions: market });
    const again = { InstanceMarketOptions: turned, KeyName: 'k', ClientToken: 't' };
    expect(await launch(again)).toEqual(first);
  });

  test('client-token-mismatch: another order of a list is another request', async () => {
    const { launch } = await ready();
    const tagged = (...keys: string[]) => ({
      ClientToken: 't',
      TagSpecifications: [{ ResourceType: 'instance', Tags: keys.map((Key) => ({ Key, Value: 'x' })) }],
    });
    await launch(tagged('a', 'b'));
    await expect(launch(tagged('b', 'a'))).rejects.toEqual(
      refusal('client-token-mismatch', 'IdempotentParameterMismatch'),
    );
  });

  test('belongs to an account, a Region and an operation', async () => {
    const { launch, host } = await ready();
    await launch({ ClientToken: 't' });
    await expect(launch({ ClientToken: 't', InstanceType: 'm5.xlarge' }, OTHER)).resolves.toBeDefined();
    await expect(host({ InstanceFamily: 'm5', Quantity: 1, ClientToken: 't' })).resolves.toMatch(/^h-/);
    const elsewhere = { account: ACCOUNT, region: 'eu-west-1' };
    await expect(launch({ ClientToken: 't' }, elsewhere)).rejects.toEqual(refusal('launch-ami-access'));
  });

  test('is not used up by a refusal', async () => {
    const { launch, quota, host } = await ready();
    quota('hosts-per-family', 0);
    const allocate = () => host({ InstanceFamily: 'm5', Quantity: 1, ClientToken: 't' });
    await expect(allocate()).rejects.toEqual(refusal('host-on-demand-quota'));
    quota('hosts-per-family', 1);
    await expect(allocate()).resolves.toMatch(/^h-/);
    await expect(launch({})).resolves.toBeDefined();
  });

  test('however often calls are repeated, there are as many launches as tokens', async () => {
    const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(tokens, async (sent) => {
        const { launch, database } = await ready();
        for (const ClientToken of sent) await launch({ ClientToken });
        expect(database.all('SELECT id FROM instance')).toHaveLength(new Set(sent).size);
      }),
      { numRuns: 20 },
    );
  });
});
