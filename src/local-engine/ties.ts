import type { HostTie, Scope } from '../contract/ports.ts';
import { configurationArn } from '../validation/arns.ts';
import type { Tx } from './store/store.ts';

/** What the caller's own hosts hold of licences, host by host (rule-affinity-effect). Other accounts' hosts are left out. */
export function tiesOf(tx: Tx, scope: Scope, hostIds: readonly string[]): readonly HostTie[] {
  const { hosts } = tx.in(scope);
  return hostIds
    .filter((id) => hosts.find(id) !== undefined)
    .flatMap((hostId) =>
      tx.charges.ofHost(hostId).flatMap(({ configurationKey, units, running, tiedUntil, releaseAt }) => {
        const configuration = tx.across.configurationByKey(configurationKey);
        if (configuration === undefined) return [];
        return [
          {
            hostId,
            licenseConfigurationArn: configurationArn(configuration, configuration.id),
            units,
            running,
            ...(tiedUntil === undefined ? {} : { tiedUntil }),
            ...(releaseAt === undefined ? {} : { releaseAt }),
          },
        ];
      }),
    );
}
