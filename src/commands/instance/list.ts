import type { Filter, Instance, Reservation } from '@aws-sdk/client-ec2';
import type { Result } from '../../contract/result.ts';
import { findConfiguration, findImage } from '../shared/find.ts';
import { everyPage } from '../shared/lists.ts';
import { oneHost } from '../shared/several.ts';
import type { CommandContext } from '../types.ts';
import type { ListArgs } from './manifest.ts';
import { instanceList } from './rows.ts';

export async function run(args: ListArgs, ctx: CommandContext): Promise<Result> {
  const Filters = await filtersOf(args, ctx);
  const arn =
    args.config === undefined ? undefined : (await findConfiguration(ctx, args.config)).LicenseConfigurationArn;
  const found = await everyPage(async (NextToken) => {
    const page = await ctx.call('ec2:DescribeInstances', { Filters, NextToken });
    return { rows: page.Reservations ?? [], next: page.NextToken };
  });
  const reservations = found.flatMap((one) => only(one, arn));
  const instances = reservations.flatMap(({ Instances = [] }) => Instances);
  const narrowed = Object.values(args).some((value) => value !== undefined);
  return {
    value: { Reservations: reservations },
    view: await instanceList(
      ctx,
      instances,
      narrowed ? 'no instances like that: lm instance list shows all' : undefined,
    ),
    names: instances.map((one) => one.InstanceId ?? ''),
  };
}

const ALIVE = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];

async function filtersOf({ state, type, ami, host, tag = {} }: ListArgs, ctx: CommandContext): Promise<Filter[]> {
  const states = state === undefined ? ALIVE : state.includes('all') ? [] : [...state];
  const filter = (Name: string, ...Values: string[]): Filter[] => (Values.length === 0 ? [] : [{ Name, Values }]);
  return [
    ...filter('instance-state-name', ...states),
    ...(type === undefined ? [] : filter('instance-type', type)),
    ...(ami === undefined ? [] : filter('image-id', (await findImage(ctx, ami)).ImageId ?? '')),
    ...(host === undefined ? [] : filter('host-id', (await oneHost(ctx, host)).HostId ?? '')),
    ...Object.entries(tag).flatMap(([key, value]) => filter(`tag:${key}`, value)),
  ];
}

/** The reservation with only the machines that a configuration counts; nothing where it counts none of them. */
function only(reservation: Reservation, arn: string | undefined): Reservation[] {
  if (arn === undefined) return [reservation];
  const counts = ({ Licenses = [] }: Instance) => Licenses.some((one) => one.LicenseConfigurationArn === arn);
  const Instances = (reservation.Instances ?? []).filter(counts);
  return Instances.length === 0 ? [] : [{ ...reservation, Instances }];
}
