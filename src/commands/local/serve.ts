import { Fault } from '../../contract/fault.ts';
import type { Result } from '../../contract/result.ts';
import type { Serving } from '../../contract/serving.ts';
import { UsageError } from '../../contract/usage.ts';
import type { CommandContext } from '../types.ts';
import type { ServeArgs } from './manifest.ts';

/** Registered to nobody, and no other common tool's default. */
const PORT = 4586;
const ADDRESS = '127.0.0.1';

/** Serves until a signal comes. The line that says so is written as soon as requests are answered. */
export async function run({ port = PORT, listen = ADDRESS }: ServeArgs, ctx: CommandContext): Promise<Result> {
  const { name: sandbox, defaultAccount, defaultRegion } = (await ctx.sandbox()).status();
  const account = ctx.settings.account.value ?? defaultAccount;
  const region = ctx.settings.region.value ?? defaultRegion;
  const stopped = ctx.stopped();
  const serving = await started(ctx, listen, port);
  const { endpoint, address } = serving;
  if (!serving.loopback)
    ctx.warn(
      `warning: whoever reaches ${address} can read and change sandbox "${sandbox}": signatures are not verified. Leave out --listen to serve this machine alone.`,
    );
  const line = `serving sandbox "${sandbox}" at ${endpoint} (Ctrl-C stops it)`;
  ctx.announce(line, { endpoint, address, port: serving.port, sandbox, account, region });
  await stopped;
  await serving.stop();
  ctx.note('done', `stopped serving at ${endpoint}`);
  return { value: { endpoint }, view: { kind: 'text', text: '' }, announced: true };
}

async function started(ctx: CommandContext, address: string, port: number): Promise<Serving> {
  const onTrouble = (error: unknown): void => ctx.warn(`error: ${error instanceof Error ? error.message : error}`);
  try {
    return await ctx.serve({ address, port, onTrouble });
  } catch (error) {
    throw startProblem(error, address, port);
  }
}

/** What the system said, in words that help. */
function startProblem(error: unknown, address: string, port: number): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'EADDRINUSE') {
    const message = `port ${port} of ${address} is in use by another program. To fix: choose another with --port, or let --port 0 find a free one.`;
    return new Fault({ code: 'PortInUse', message });
  }
  if (code === 'EACCES')
    return new UsageError(`port ${port} needs rights that you do not have`, 'choose one above 1023, or --port 0');
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UsageError(
      `${address} is no address of this machine`,
      'leave out --listen, or give 127.0.0.1, ::1 or 0.0.0.0',
    );
  return error;
}
