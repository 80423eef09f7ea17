import { expect, test } from 'vitest';
import { unshare } from '../../../src/commands/shared/share-with.ts';
import { refusal, stage } from '../../local-engine/operations/ec2/support.ts';

const PARTNER = '444455556666';

test('share-holds-more: a share that was made elsewhere and holds several things is not taken apart', async () => {
  const sandbox = stage();
  const [sql, win] = [await sandbox.config('sql'), await sandbox.config('win')];
  const principals = [PARTNER];
  const both = { name: 'both', resourceArns: [sql, win], principals, allowExternalPrincipals: true };
  await sandbox.call('ram:CreateResourceShare', both);
  const ending = unshare({ call: sandbox.call, dryRun: false }, { arn: sql, name: 'sql', external: true }, principals);
  await expect(ending).rejects.toEqual(refusal('share-holds-more'));
  const { resourceShares = [] } = await sandbox.call('ram:GetResourceShares', { resourceOwner: 'SELF' });
  expect(resourceShares.map(({ name, status }) => [name, status])).toEqual([['both', 'ACTIVE']]);
  const own = await sandbox.config('own');
  await sandbox.call('ram:CreateResourceShare', { ...both, name: 'own', resourceArns: [own] });
  const ended = await unshare(
    { call: sandbox.call, dryRun: false },
    { arn: own, name: 'own', external: true },
    principals,
  );
  expect(ended.now).toEqual([]);
});
