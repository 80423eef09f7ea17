import type { ConfigurationFact, World } from '../../contract/world.ts';
import { parseConfigurationArn } from '../arns.ts';
import type { Asking } from './ask.ts';

/**
 * The configurations that an AMI or a machine is under. One of another account that this one cannot see decides as well, so
 * that what it says is not known.
 */
export function carried(arns: readonly string[], world: World, asking: Asking): readonly ConfigurationFact[] {
  return arns.flatMap((arn) => {
    const fact = world.configuration(arn);
    const found = asking.value(fact, arn);
    const { account: owner, id } = parseConfigurationArn(arn) ?? {};
    if (fact.known && found === undefined && owner !== undefined && owner !== world.caller.account)
      asking.open.push({
        what: `what the license configuration ${id} allows`,
        why: `is told to account ${owner} only`,
        toldTo: owner,
      });
    return found ?? [];
  });
}
