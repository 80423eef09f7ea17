import type { Reservation } from '@aws-sdk/client-ec2';
import type { AccountCopy, TemplateCopy } from '../../../contract/copy.ts';
import type { Call, Scope } from '../../../contract/ports.ts';
import { allHosts, allTemplates, everyPage } from '../../shared/lists.ts';
import { readConfigurations } from './read-configurations.ts';
import { readGroups } from './read-groups.ts';
import { readImages } from './read-images.ts';
import { readOrganization } from './read-organization.ts';
import { readConversions, readGenerators, readNodes } from './read-reports.ts';
import { readRoles } from './read-roles.ts';
import { withShared } from './read-shared.ts';
import { readSharing } from './read-sharing.ts';
import { Reader } from './reader.ts';

/**
 * Everything of an account in a Region that decides about launches, page by page. Nothing is written.
 * @throws Fault where a call fails for another reason than a missing permission
 */
export async function readAccount(call: Call, scope: Scope): Promise<AccountCopy> {
  const reader = new Reader(call);
  const [configurations, hosts, reservations, templates, shares] = await Promise.all([
    readConfigurations(reader, scope),
    reader.read('Dedicated Hosts', 'ec2:DescribeHosts', (call) => allHosts({ call })),
    reader.read('instances', 'ec2:DescribeInstances', readReservations),
    readTemplates(reader),
    readShares(reader),
  ]);
  const machines = { hosts: hosts ?? [], reservations: reservations ?? [] };
  const images = await readImages(reader, { configurations, templates, ...machines });
  const shared = await withShared(reader, { configurations, images, ...machines }, scope);
  const around = await readAround(reader, scope);
  return { scope, ...shared, ...shares, templates, images, ...machines, ...around, unread: reader.unread };
}

/** What is shared, and the host resource groups, those that are shared with the account among them. */
async function readShares(reader: Reader): Promise<Pick<AccountCopy, 'sharing' | 'groups'>> {
  const sharing = await readSharing(reader);
  return { sharing, groups: await readGroups(reader, sharing) };
}

/** What is around the machines: the organization, reports, conversions and roles. */
async function readAround(
  reader: Reader,
  scope: Scope,
): Promise<Pick<AccountCopy, 'organization' | 'conversions' | 'nodes' | 'generators' | 'roles'>> {
  const [organization, conversions, nodes, generators, roles] = await Promise.all([
    readOrganization(reader, scope),
    readConversions(reader),
    readNodes(reader),
    readGenerators(reader),
    readRoles(reader),
  ]);
  return {
    conversions,
    nodes,
    generators,
    ...(organization === undefined ? {} : { organization }),
    ...(roles === undefined ? {} : { roles }),
  };
}

const readReservations = (call: Call): Promise<readonly Reservation[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeInstances', { NextToken });
    return { rows: page.Reservations ?? [], next: page.NextToken };
  });

async function readTemplates(reader: Reader): Promise<readonly TemplateCopy[]> {
  const templates = await reader.read('launch templates', 'ec2:DescribeLaunchTemplates', (call) =>
    allTemplates({ call }),
  );
  const copies: TemplateCopy[] = [];
  for (const template of templates ?? []) {
    const { LaunchTemplateId, LaunchTemplateName = '' } = template;
    const what = `versions of launch template ${LaunchTemplateName}`;
    const versions = await reader.read(what, 'ec2:DescribeLaunchTemplateVersions', (call) =>
      everyPage(async (NextToken) => {
        const page = await call('ec2:DescribeLaunchTemplateVersions', { LaunchTemplateId, NextToken });
        return { rows: page.LaunchTemplateVersions ?? [], next: page.NextToken };
      }),
    );
    if (versions !== undefined) copies.push({ template, versions });
  }
  return copies;
}
