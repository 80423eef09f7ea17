import { randomUUID } from 'node:crypto';

/** A fresh client token: the only randomness of the live backend. */
export const clientToken = (): string => `lm-${randomUUID()}`;
