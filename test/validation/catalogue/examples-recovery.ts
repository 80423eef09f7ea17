import type { recoveryRows } from '../../../src/validation/catalogue/recovery.ts';
import type { Examples } from './example.ts';

const FULL = { hostId: 'h-1', configuration: 'win-dc', needed: 48, consumed: 96, limit: 96 } as const;

export const recoveryExamples: Examples<typeof recoveryRows> = {
  'host-recovery-hard-limit': {
    breaks: FULL,
    says: 'h-1 cannot be recovered: win-dc: requested 48, used 96, limit 96, short 48',
    holds: { ...FULL, limit: 144 },
  },
  'host-recovery-soft-limit': {
    breaks: FULL,
    says: 'h-1 is recovered beyond the limit: win-dc: requested 48, used 96, limit 96, over by 48',
    holds: { ...FULL, needed: 0 },
  },
  'host-fail-state': {
    breaks: { hostId: 'h-1', state: 'under-assessment' },
    says: 'h-1 is under-assessment, not available',
    holds: { hostId: 'h-1', state: 'available' },
  },
};
