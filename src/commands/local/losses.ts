import type { SandboxStatus } from '../../contract/ports.ts';
import { allOf, counted } from '../../validation/words.ts';

/** What emptying a sandbox loses, for a person to agree to; the public AMIs come back, so images are not counted. */
export function losses({ name, file, counts }: Pick<SandboxStatus, 'name' | 'file' | 'counts'>): string {
  const { configuration = 0, host = 0, instance = 0, launch_template: template = 0 } = counts;
  const parts = [
    [configuration, 'license configuration'],
    [host, 'host'],
    [instance, 'instance'],
    [template, 'launch template'],
  ] as const;
  const lost = parts.filter(([rows]) => rows > 0).map(([rows, what]) => counted(rows, what));
  const where = `sandbox "${name}" (${file})`;
  return lost.length === 0
    ? `${where} loses what is in it: no license configuration, host, instance or launch template`
    : `${where} loses ${allOf(lost)}, and your own AMIs`;
}
