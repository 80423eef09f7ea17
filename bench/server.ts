import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './process.ts';
import type { Row } from './row.ts';
import { answerOf, type Request, type Running, rate, serveConstant, serveSandbox } from './serving.ts';

const ROUNDS = 5;
const READS = 6_000;
const LAUNCHES = 3_200;

const licenseManager = (operation: string, input: object): Request => ({
  service: 'license-manager',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSLicenseManager.${operation}` },
  body: JSON.stringify(input),
});

const ec2 = (action: string, members: Readonly<Record<string, string>>): Request => ({
  service: 'ec2',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ Action: action, Version: '2016-11-15', ...members }).toString(),
});

/** Our share of what a bare server manages: the middle of rounds that ask one right after the other. */
async function share(request: Request, ours: Running, bare: Running, connections: number): Promise<number> {
  const times = READS / connections;
  await rate(request, ours, connections, times);
  await rate(request, bare, connections, times);
  const shares: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = await rate(request, ours, connections, times);
    shares.push(measured / (await rate(request, bare, connections, times)));
  }
  return median(shares);
}

async function measured(ours: Running): Promise<readonly Row[]> {
  const made = await answerOf(
    licenseManager('CreateLicenseConfiguration', {
      Name: 'bench',
      LicenseCountingType: 'vCPU',
      LicenseCount: 10_000_000,
    }),
    ours,
  );
  const read = licenseManager('GetLicenseConfiguration', JSON.parse(made));
  const image = /<imageId>(.+?)</.exec(await answerOf(ec2('RegisterImage', { Name: 'bench' }), ours))?.[1] ?? '';
  const launch = ec2('RunInstances', { ImageId: image, InstanceType: 't3.micro', MinCount: '1', MaxCount: '1' });
  const bare = await serveConstant(await answerOf(read, ours));
  try {
    return [
      {
        what: 'GetLicenseConfiguration, 1 connection, against a bare node:http server',
        value: await share(read, ours, bare, 1),
        unit: 'times',
        budget: { least: 0.5 },
      },
      {
        what: 'GetLicenseConfiguration, 32 connections, against a bare node:http server',
        value: await share(read, ours, bare, 32),
        unit: 'times',
        budget: { least: 0.5 },
      },
      {
        what: 'GetLicenseConfiguration, 32 connections',
        value: await rate(read, ours, 32, READS / 32),
        unit: 'requests/s',
      },
      {
        what: 'RunInstances (durable), 32 connections',
        value: await rate(launch, ours, 32, LAUNCHES / 32),
        unit: 'requests/s',
        budget: { least: 1_000 },
      },
    ];
  } finally {
    await bare.stop();
  }
}

/** How fast `lm local serve` answers clients that keep their connections. */
export async function run(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), 'lm-bench-'));
  const ours = await serveSandbox(home);
  try {
    return await measured(ours);
  } finally {
    await ours.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
