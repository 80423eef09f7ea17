import { describe, expect, test } from 'vitest';
import { stubBackend } from '../../cli/backend-stub.ts';
import { lm } from '../../cli/harness.ts';
import { atWork, MAIN_JOB } from '../at-work.ts';

const sandbox = atWork();

describe('lm ami register', () => {
  test('makes a Linux image, as RegisterImage does', async () => {
    await sandbox.done('ami register web --snapshot snap-0123456789abcdef0 --description front --tag env=prod');
    expect(await sandbox.json('ami show web')).toMatchObject({
      Name: 'web',
      UsageOperation: 'RunInstances',
      Description: 'front',
      Tags: [{ Key: 'env', Value: 'prod' }],
    });
  });

  test('with --imported it makes the image that an import would have made, under its name', async () => {
    const { exit, stderr } = await sandbox.lm('ami register win --usage-operation windows-byol --imported');
    expect(exit).toBe(0);
    expect(stderr).toBe('made AMI win (Windows BYOL)\nhint: lm ami attach win --config NAME\n');
    expect(await sandbox.json('ami show win')).toMatchObject({ Name: 'win', UsageOperation: 'RunInstances:0800' });
  });

  test('a billing code alone is refused, and both ways to get one are named', async () => {
    const { exit, stderr } = await sandbox.lm('ami register win --usage-operation windows-byol');
    expect(exit).toBe(2);
    expect(stderr).toContain('in a sandbox: lm ami register win --usage-operation RunInstances:0800 --imported');
    expect(stderr).toContain('on AWS: lm ami import SOURCE');
    expect(await sandbox.ids('ami list --owner self')).toEqual([]);
  });

  test('--imported asks for the code', async () => {
    const { exit, stderr } = await sandbox.lm('ami register win --imported');
    expect(exit).toBe(2);
    expect(stderr).toContain('--imported needs --usage-operation');
  });

  test('on AWS --imported is refused and points to the real import', async () => {
    const { opened } = stubBackend(() => Promise.reject(new Error('nothing is called')));
    const open = async () => ({ backend: { ...opened.backend, kind: 'aws' as const } });
    const line = 'ami register win --usage-operation windows-byol --imported';
    const { exit, stderr } = await lm(sandbox.folder(), line, {}, { open });
    expect(exit).toBe(2);
    expect(stderr).toContain('lm ami import s3://BUCKET/KEY --usage-operation RunInstances:0800');
  });

  test('ami-name-in-use: a name is given once; the image in the way is named', async () => {
    await sandbox.done('ami register web');
    const { exit, stderr } = await sandbox.lm('ami register web');
    expect(exit).toBe(6);
    expect(stderr).toContain('the AMI name web is in use by ami-');
  });
});

describe('lm ami import', () => {
  test('says once who licenses the system, and counts launches in the named configurations', async () => {
    await sandbox.done(...MAIN_JOB);
    const line = 'ami import s3://images/a.vmdk --platform windows --license-type byol --config win-dc --name win';
    const { stderr } = await sandbox.lm(line);
    expect(stderr).toBe('made AMI win (Windows BYOL)\n');
    expect(await sandbox.json('ami list --config win-dc')).toMatchObject({
      Images: [{ Name: 'win2022-byol' }, { Name: 'win', UsageOperation: 'RunInstances:0800' }],
    });
  });

  test('ami-import-operation: both ways at once are refused', async () => {
    const line = 'ami import snap-0123456789abcdef0 --license-type byol --usage-operation linux';
    expect(await sandbox.lm(line)).toMatchObject({ exit: 3, stdout: '' });
  });

  test.each(['image.vmdk', 's3://bucket', 'http://example.com/a.vmdk', 'ami-0123456789abcdef0'])(
    '"%s" is no source, and what is one is said',
    async (source) => {
      const { exit, stderr } = await sandbox.lm(`ami import ${source}`);
      expect(exit).toBe(2);
      expect(stderr).toContain('s3://BUCKET/KEY');
    },
  );

  test.each([
    ['s3://bucket/folder/a.vhdx', { UserBucket: { S3Bucket: 'bucket', S3Key: 'folder/a.vhdx' }, Format: 'VHDX' }],
    ['https://example.com/a.ova', { Url: 'https://example.com/a.ova', Format: 'OVA' }],
    ['snap-0123456789abcdef0', { SnapshotId: 'snap-0123456789abcdef0' }],
  ])('%s is a source', async (source, container) => {
    const inputs: unknown[] = [];
    const { opened } = stubBackend((_operation, input) => {
      inputs.push(input);
      return Promise.reject(new Error('enough seen'));
    });
    await lm(sandbox.folder(), `ami import ${source}`, {}, { open: async () => opened });
    expect(inputs).toEqual([{ DiskContainers: [container] }]);
  });
});

describe('copies escape', () => {
  test('ami-copy-escapes: a copy keeps the billing code, loses the licences, and says so', async () => {
    await sandbox.done(...MAIN_JOB);
    const { exit, stderr } = await sandbox.lm('ami copy win2022-byol win-test');
    expect(exit).toBe(0);
    expect(stderr).toContain('! ami-copy-escapes: the copy is not tracked');
    expect(stderr).toContain('hint: lm ami attach win-test --config NAME');
    expect(await sandbox.json('ami show win-test')).toMatchObject({
      UsageOperation: 'RunInstances:0800',
      LicenseSpecifications: [],
    });
  });

  test('a copy of an image that falls under nothing raises no alert', async () => {
    await sandbox.done('ami register web');
    expect((await sandbox.lm('ami copy web web-2')).stderr).not.toContain('!');
  });

  test('ami-derived-escapes: so does an image made from a machine', async () => {
    await sandbox.done(...MAIN_JOB, 'instance run --ami win2022-byol --type m5.4xlarge --tenancy host --name web-1');
    const { exit, stderr } = await sandbox.lm('ami capture web-1 golden');
    expect(exit).toBe(0);
    expect(stderr).toContain('! ami-derived-escapes: the new AMI is not tracked');
    expect(await sandbox.json('ami show golden')).toMatchObject({ LicenseSpecifications: [] });
  });
});
