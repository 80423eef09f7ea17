import type { CountingType } from '../../contract/world.ts';
import { COUNTING_TYPES, parseCounting } from '../../validation/words.ts';
import { custom, no, ok, required, text } from '../params.ts';

const isCounting = (value: unknown): value is CountingType => COUNTING_TYPES.some((type) => type === value);

/** The configuration a verb is about, by any of its names. */
export const configArgument = required(
  text({
    help: 'license configuration: name, id, ARN or the beginning of one',
    placeholder: 'CONFIG',
    names: 'config',
    example: 'win-dc',
    prompt: { message: 'Which license configuration?', help: 'lm config list shows them.' },
  }),
);

/** What is counted; `create` requires it. */
export const countingParam = custom<CountingType>(
  {
    help: 'what the agreement counts: core, socket, vcpu or instance',
    placeholder: 'core|socket|vcpu|instance',
    aliases: ['counting', 'license-counting-type'],
    field: 'LicenseCountingType',
    example: 'core',
    prompt: {
      message: 'What does the agreement count? (core, socket, vcpu or instance)',
      help: 'Cores and sockets are charged for whole Dedicated Hosts, vCPUs and instances for each machine.\nIt cannot be changed later.',
    },
  },
  {
    placeholder: 'core|socket|vcpu|instance',
    holds: isCounting,
    parse: (given) => {
      const counting = parseCounting(given);
      return counting === undefined ? no('must be core, socket, vcpu or instance') : ok(counting);
    },
  },
);
