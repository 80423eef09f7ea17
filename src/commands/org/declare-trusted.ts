import { text } from '../params.ts';
import { type ArgsOf, declare } from '../types.ts';

const service = text({
  help: 'the service: license-manager (if not given), ram, or its whole principal',
  placeholder: 'SERVICE',
  aliases: ['service-principal'],
  field: 'ServicePrincipal',
});

export const list = declare({
  name: 'trusted-access list',
  summary: 'the services that may act in the accounts of the organization, and since when',
  arguments: {},
  options: {},
  examples: [{ intent: 'may License Manager act in my accounts', command: 'lm org trusted-access list' }],
  mutates: false,
});

export const enable = declare({
  name: 'trusted-access enable',
  summary: 'let a service act in the accounts of the organization',
  arguments: { service },
  options: {},
  examples: [
    { intent: 'let License Manager see every account', command: 'lm org trusted-access enable' },
    { intent: 'let resources be shared with the organization', command: 'lm org trusted-access enable ram' },
  ],
  mutates: true,
});
export type SwitchArgs = ArgsOf<typeof enable>;

export const disable = declare({
  name: 'trusted-access disable',
  summary: 'no longer let a service act in the accounts of the organization',
  description:
    'No longer let a service act in the accounts of the organization, neither in the present ones nor in those that join ' +
    'later. Disable what it does for the organization in the service first, so that it can clean up.',
  arguments: { service },
  options: {},
  examples: [{ intent: 'end the trust in License Manager', command: 'lm org trusted-access disable --yes' }],
  mutates: true,
});
