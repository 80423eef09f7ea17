import type { Violation } from '../../../contract/decision.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { releaseHostViolations } from '../../../validation/host-change.ts';
import { faultOf } from '../../../validation/refuse.ts';
import { isRunning } from '../../ledger/leave.ts';
import { releaseHost } from '../../ledger/release-host.ts';
import { type Context, operation } from '../../operation.ts';
import type { Tx } from '../../store/store.ts';

const HOUR = 3_600_000;

/** Answers 200 and says for each host whether it went (RULINGS 23). https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReleaseHosts.html */
export default operation({
  name: 'ec2:ReleaseHosts',
  access: 'write',
  constraints: ['host-not-found', 'host-release-needs-empty', 'host-mac-24h'],
  run(tx, input, context) {
    const Successful: string[] = [];
    const Unsuccessful: { ResourceId: string; Error: { Code: string; Message: string } }[] = [];
    for (const hostId of input.HostIds ?? []) {
      const violations = release(tx, hostId, context);
      const { code, message } = faultOf(violations);
      if (violations.length === 0) Successful.push(hostId);
      else Unsuccessful.push({ ResourceId: hostId, Error: { Code: code, Message: message } });
    }
    return { Successful, Unsuccessful };
  },
});

/** Releases one host, or says why not. Licences that affinity ties to it stay taken (host-release-keeps-affinity). */
function release(tx: Tx, hostId: string, { here, now }: Context): readonly Violation[] {
  const host = here.hosts.find(hostId);
  if (host === undefined || host.releasedAt !== undefined) return check('host-not-found', { hostId, found: false });
  const running = tx.across
    .onHost(hostId)
    .filter(isRunning)
    .map((row) => row.id);
  const violations = releaseHostViolations({ ...host, hostId, running }, (now - host.allocatedAt) / HOUR);
  if (violations.length > 0) return violations;
  releaseHost(tx, host, now);
  return [];
}
