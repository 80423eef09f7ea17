import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { broughtBy, CONVERSION_CODES, isConvertible, licensingWords } from '../conversion.ts';
import { includesSqlServer, usageOperation } from '../usage-operations.ts';
import { allOf, anyOf, counted } from '../words.ts';
import { CONVERT, CONVERT_AWS_CLI, CONVERT_LIMITS, CREATES, ELIGIBLE, PREREQUISITES } from './convert-sources.ts';
import { when } from './sources.ts';

/** A conversion of one machine: its id, and the billing codes it has and is to get. */
export type ConversionSubject = { readonly instance: string; readonly source: string; readonly destination: string };

const SPLA = "This follows Microsoft's Service Provider License Agreement, which AWS may not change.";
const LEAST_VCPUS = 4;

/** What stands against a licence type conversion in the machine itself: its billing code, its image, its size, its place. */
export const convertRows = {
  'convert-eligible-products': row({
    ...CREATES,
    statement: 'Licence type conversion exists for Windows Server and SQL Server on Windows, and for nothing else.',
    source: ELIGIBLE,
    basis: 'stated',
    message: (a) => `${a.instance} is ${a.product}; only Windows Server and SQL Server licences can be converted`,
    fix: () => [
      'leave it out',
      'another kind of licence is changed by launching anew from another AMI: lm instance run',
    ],
    check: (s: { readonly instance: string; readonly usageOperation: string; readonly productCodes: boolean }) =>
      when(s.productCodes || !isConvertible(s.usageOperation), {
        instance: s.instance,
        product: s.productCodes
          ? 'to be converted by a marketplace product code'
          : `billed as ${s.usageOperation} (${usageOperation(s.usageOperation)?.platformDetails ?? 'not a known system'})`,
      }),
  }),
  'convert-sql-editions': row({
    ...CREATES,
    statement: 'SQL Server is converted in the editions Standard, Enterprise and Web; AWS licenses no other.',
    source: ELIGIBLE,
    basis: 'stated',
    message: (a) => `SQL Server ${a.edition} is not licensed by AWS`,
    fix: () => ['choose --edition standard, enterprise or web', 'or bring the licence: --sql byol'],
    check: ({ edition }: { readonly edition: string }) =>
      when(!['standard', 'enterprise', 'web'].includes(edition.toLowerCase()), { edition }),
  }),
  'convert-destination-known': row({
    ...CREATES,
    statement: 'The billing code to convert to is one of those that conversion knows.',
    source: ELIGIBLE,
    basis: 'stated',
    message: (a) => `${a.destination} is no billing code that a licence can be converted to`,
    fix: (a) => [`use ${anyOf(a.known.map((code) => `${code} (${licensingWords(code)})`))}`],
    check: ({ destination }: { readonly destination: string }) =>
      when(!isConvertible(destination), { destination, known: CONVERSION_CODES }),
  }),
  'convert-source-matches': row({
    ...CREATES,
    statement: "The billing code to convert from is the one that the machine has: DescribeInstances' UsageOperation.",
    source: CONVERT,
    basis: 'reading',
    exit: EXIT.conflict,
    fault: 'ValidationException',
    message: (a) => `${a.instance} is billed as ${a.present}, not as ${a.source}`,
    fix: (a) => [`lm instance show ${a.instance} shows the billing code; convert from ${a.present}`],
    check: ({ instance, source, present }: Omit<ConversionSubject, 'destination'> & { readonly present: string }) =>
      when(source !== present, { instance, source, present }),
  }),
  'convert-destination-differs': row({
    ...CREATES,
    statement: 'A conversion changes the billing code; ways of licensing that share one need no conversion.',
    source: ELIGIBLE,
    basis: 'reading',
    fault: 'ValidationException',
    message: (a) => `${a.instance} is billed as ${a.destination} already (${licensingWords(a.destination)})`,
    fix: () => ['no conversion is needed'],
    check: ({ instance, source, destination }: ConversionSubject) =>
      when(source === destination, { instance, destination }),
  }),
  'convert-own-image-for-byol': row({
    ...CREATES,
    statement:
      'A licence that AWS includes becomes one that you bring only on a machine launched from a virtual machine image that you imported.',
    source: PREREQUISITES,
    basis: 'stated',
    fault: 'ValidationException',
    message: (a) =>
      `${a.instance} was launched from ${a.imageId}, ${a.from}: ${allOf(a.products)} cannot become a licence that you bring`,
    why: () => SPLA,
    fix: () => [
      'import your own virtual machine and launch from that: lm ami import',
      'or keep the licence that AWS includes',
    ],
    check: (s: ConversionSubject & { readonly imageId: string; readonly imported: boolean; readonly from: string }) => {
      const products = broughtBy(s.source, s.destination);
      const { instance, imageId, from } = s;
      return when(products.length > 0 && !s.imported, { instance, imageId, from, products });
    },
  }),
  'convert-sql-li-min-vcpu': row({
    ...CREATES,
    statement: 'A machine with SQL Server licensed by AWS has at least 4 vCPUs.',
    source: CONVERT_LIMITS,
    basis: 'stated',
    fault: 'ValidationException',
    message: (a) => `${a.instance} has ${counted(a.vcpus, 'vCPU')}, ${a.destination} needs at least ${a.least}`,
    why: () => SPLA,
    fix: (a) => [`give it a type with at least ${a.least} vCPUs: lm instance modify ${a.instance} --type TYPE`],
    check: (s: { readonly instance: string; readonly destination: string; readonly vcpus: number }) =>
      when(includesSqlServer(s.destination) && s.vcpus < LEAST_VCPUS, {
        instance: s.instance,
        destination: s.destination,
        vcpus: s.vcpus,
        least: LEAST_VCPUS,
      }),
  }),
  'convert-context-syntax': row({
    ...CREATES,
    statement: 'Both contexts of a conversion name a billing code, written RunInstances:NNNN.',
    source: CONVERT_AWS_CLI,
    basis: 'stated',
    message: (a) =>
      a.found === null
        ? `the ${a.side} context names no usage operation`
        : `the ${a.side} context "${a.found}" is no usage operation`,
    fix: (a) => [`write it as UsageOperation=RunInstances:${/^[0-9a-z]{4}$/.test(a.found ?? '') ? a.found : '0002'}`],
    check: (s: { readonly side: 'source' | 'destination'; readonly UsageOperation?: string | undefined }) =>
      when(!/^RunInstances(:[0-9a-z]{4})?$/.test(s.UsageOperation ?? ''), {
        side: s.side,
        found: s.UsageOperation ?? null,
      }),
  }),
};
