import type { LaunchTemplate, LaunchTemplateVersion } from '@aws-sdk/client-ec2';
import type { Scope } from '../../contract/ports.ts';
import { rootArn } from '../../validation/arns.ts';
import { type ConstraintId, check } from '../../validation/catalogue/index.ts';
import type { TemplateSubject } from '../../validation/catalogue/template.ts';
import { guard } from '../../validation/guard.ts';
import { nearest } from '../../validation/nearest.ts';
import type { Context } from '../operation.ts';
import type { Tx } from '../store/store.ts';
import type { TemplateRow, TemplateVersionRow } from '../store/tables/templates.ts';

type Here = Pick<Context, 'here'>;

export const ONE_TEMPLATE = ['template-id-or-name', 'template-not-found'] as const satisfies readonly ConstraintId[];

/**
 * The launch template that a request names, by id or by name.
 * @throws Fault template-id-or-name or template-not-found
 */
export function oneTemplate(subject: TemplateSubject, { here }: Here): TemplateRow {
  guard(check('template-id-or-name', subject));
  const { LaunchTemplateId: id, LaunchTemplateName: name = '' } = subject;
  return id === undefined
    ? existing(here.templates.named(name), name, { here })
    : existing(here.templates.find(id), id, { here });
}

/** @throws Fault template-not-found, with the names that are near, where there is no row */
export function existing(row: TemplateRow | undefined, template: string, { here }: Here): TemplateRow {
  if (row !== undefined) return row;
  const names = here.templates.after(0, Number.MAX_SAFE_INTEGER).map((one) => one.name);
  guard(check('template-not-found', { template, found: false, nearest: nearest(template, names) }));
  throw new TypeError('unreachable: the guard refused');
}

/**
 * A version as requests write it: a number, `$Latest` or `$Default`.
 * @throws Fault template-version-not-found
 */
export function oneVersion(template: TemplateRow, version: string, { here }: Here): TemplateVersionRow {
  const number = numberOf(template, version);
  const row = Number.isSafeInteger(number) ? here.templates.version(template.key, number) : undefined;
  guard(check('template-version-not-found', { template: template.name, version, found: row !== undefined }));
  if (row === undefined) throw new TypeError('unreachable: the guard refused');
  return row;
}

function numberOf(template: TemplateRow, version: string): number {
  if (version === '$Latest') return template.latestVersion;
  return version === '$Default' ? template.defaultVersion : Number(version);
}

/** A launch template as every operation on it shows it. */
export function templateAnswer(tx: Tx, row: TemplateRow, scope: Scope): LaunchTemplate {
  return {
    LaunchTemplateId: row.id,
    LaunchTemplateName: row.name,
    CreateTime: new Date(row.createdAt),
    CreatedBy: rootArn(scope),
    DefaultVersionNumber: row.defaultVersion,
    LatestVersionNumber: row.latestVersion,
    Tags: [...tx.tags.of(row.id)],
  };
}

/** A version with what a launch from it takes. */
export function versionAnswer(template: TemplateRow, row: TemplateVersionRow, scope: Scope): LaunchTemplateVersion {
  return {
    LaunchTemplateId: template.id,
    LaunchTemplateName: template.name,
    VersionNumber: row.version,
    ...(row.description === undefined ? {} : { VersionDescription: row.description }),
    CreateTime: new Date(row.createdAt),
    CreatedBy: rootArn(scope),
    DefaultVersion: row.version === template.defaultVersion,
    LaunchTemplateData: JSON.parse(row.data, dated),
  };
}

/** Kept as JSON, the one time in launch template data (until when a Spot request holds) is a text. */
const dated = (key: string, value: unknown): unknown =>
  key === 'ValidUntil' && typeof value === 'string' ? new Date(value) : value;
