import type { SwitchArgs } from './declare-trusted.ts';

const USUAL = 'license-manager';

/** The principal of a service: `ram` is ram.amazonaws.com. */
export const principalOf = ({ service = USUAL }: SwitchArgs): string =>
  service.includes('.') ? service : `${service.toLowerCase()}.amazonaws.com`;
