import type { Filter, Host, Image, Instance, LaunchTemplate } from '@aws-sdk/client-ec2';
import type { LicenseConfiguration } from '@aws-sdk/client-license-manager';
import type { Call } from '../../contract/ports.ts';

interface Caller {
  readonly call: Call;
}

/** Follows every page of a listing; AWS's own clients have paginators for few of these. */
export async function everyPage<T>(
  read: (token: string | undefined) => Promise<{ readonly rows: readonly T[]; readonly next: string | undefined }>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const page = await read(token);
    rows.push(...page.rows);
    token = page.next;
  } while (token !== undefined);
  return rows;
}

export const allConfigurations = ({ call }: Caller): Promise<readonly LicenseConfiguration[]> =>
  everyPage(async (NextToken) => {
    const page = await call('license-manager:ListLicenseConfigurations', { NextToken });
    return { rows: page.LicenseConfigurations ?? [], next: page.NextToken };
  });

export const allImages = ({ call }: Caller): Promise<readonly Image[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeImages', { NextToken });
    return { rows: page.Images ?? [], next: page.NextToken };
  });

export const allHosts = ({ call }: Caller): Promise<readonly Host[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeHosts', { NextToken });
    return { rows: page.Hosts ?? [], next: page.NextToken };
  });

export const allInstances = ({ call }: Caller, Filters: Filter[] = []): Promise<readonly Instance[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeInstances', { NextToken, Filters });
    return {
      rows: (page.Reservations ?? []).flatMap((reservation) => reservation.Instances ?? []),
      next: page.NextToken,
    };
  });

export const allTemplates = ({ call }: Caller): Promise<readonly LaunchTemplate[]> =>
  everyPage(async (NextToken) => {
    const page = await call('ec2:DescribeLaunchTemplates', { NextToken });
    return { rows: page.LaunchTemplates ?? [], next: page.NextToken };
  });
