import type { ConfigurationFact } from '../../contract/world.ts';
import type { Applying } from './candidate.ts';
import { isEnforced, termsOf } from './terms.ts';

/**
 * The configurations that judge and count: each once, in the order given (launch-union). Deactivated ones that came with
 * the AMI neither check nor count (config-deactivate-ami-launch-allowed).
 */
export function applyingOf(configurations: readonly ConfigurationFact[]): readonly Applying[] {
  const once = new Map(configurations.map((configuration) => [configuration.arn, configuration]));
  return [...once.values()]
    .filter((configuration) => configuration.status === 'AVAILABLE')
    .map((configuration) => ({
      configuration,
      terms: termsOf(configuration.rules),
      enforced: isEnforced(configuration),
    }));
}
