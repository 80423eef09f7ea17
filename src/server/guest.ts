import type { WireRequest } from './message.ts';
import { Problem } from './problem.ts';

/** Whether an address can be reached from this machine alone. */
export function isLoopback(address: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(address) || address === '::1' || address === 'localhost';
}

/**
 * Refuses what a web page sends: a browser says so with Origin or Sec-Fetch-Site, which no AWS client does, and a page whose
 * own name was made to point here (DNS rebinding) sends that name as Host.
 * @param loopback whether the server is for this machine alone, which is then called by nothing else
 * @throws Problem (forbidden)
 */
export function refusePages({ header }: WireRequest, loopback: boolean): void {
  if (header('origin') !== undefined || header('sec-fetch-site') !== undefined)
    throw new Problem('forbidden', 'Requests from web pages are not answered.');
  const host = header('host') ?? '';
  if (loopback && !isLocalName(host))
    throw new Problem('forbidden', `This server answers to 127.0.0.1, [::1] and localhost, not to "${host}".`);
}

function isLocalName(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(name) || name.endsWith('.localhost');
}
