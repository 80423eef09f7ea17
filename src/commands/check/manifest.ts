import type { NounManifest } from '../types.ts';

export const manifest: NounManifest = { verbs: [] };
