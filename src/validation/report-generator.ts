import type { Violation } from '../contract/decision.ts';
import { reportRows } from './catalogue/report.ts';
import { checkIn } from './check-in.ts';

/** What the terms of a report generator can be refused with before anything is looked up. */
export const GENERATOR_TERMS = [
  'report-types',
  'report-type-values',
  'report-frequency',
  'report-context-not-modelled',
] as const;

/** The members that making and changing a generator have in common. */
export interface GeneratorRequest {
  readonly Type: readonly string[] | undefined;
  readonly ReportContext: object | undefined;
  readonly ReportFrequency: { readonly value?: number | undefined; readonly period?: string | undefined } | undefined;
}

/** What a request to make or change a report generator breaks by itself; whether its configurations are there is not asked. */
export const generatorViolations = ({
  Type,
  ReportContext,
  ReportFrequency,
}: GeneratorRequest): readonly Violation[] => [
  ...checkIn(reportRows, 'report-types', { Type }),
  ...checkIn(reportRows, 'report-type-values', { Type }),
  ...checkIn(reportRows, 'report-frequency', { ReportFrequency }),
  ...checkIn(reportRows, 'report-context-not-modelled', { context: ReportContext }),
];

interface Named {
  readonly ReportGeneratorName?: string | undefined;
  readonly LicenseManagerReportGeneratorArn?: string | undefined;
}

/** How a generator is named in a command that can be pasted: by its name where that is one plain word, else by its id. */
export const pasteable = (name: string, id: string): string => (/^[\w.-]+$/.test(name) ? name : id);

/** Generators as they can be named in a command: by id also where several have the name. */
export function generatorNames(generators: readonly Named[]): readonly string[] {
  const names = generators.map(({ ReportGeneratorName = '' }) => ReportGeneratorName);
  const isUnique = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
  return generators.map(({ ReportGeneratorName: name = '', LicenseManagerReportGeneratorArn: arn = '' }) => {
    const id = arn.slice(arn.lastIndexOf(':') + 1);
    return isUnique(name) ? pasteable(name, id) : id;
  });
}
