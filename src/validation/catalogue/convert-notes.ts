import {
  CONVERSION,
  CONVERT,
  CONVERT_AWS_CLI,
  CONVERT_LIMITS,
  ELIGIBLE,
  PREREQUISITES,
  TO_BYOL,
  TO_INCLUDED,
} from './convert-sources.ts';
import { model, note } from './sources.ts';

const stated = (source: Parameters<typeof note>[0]['source'], statement: string) =>
  note({ statement, source, basis: 'stated' });

/** How licence type conversion goes where nothing is refused. */
export const convertNotes = {
  'convert-code-windows-li': stated(ELIGIBLE, 'Windows Server licensed by AWS is billed as RunInstances:0002.'),
  'convert-code-windows-byol': stated(ELIGIBLE, 'Windows Server that you bring is billed as RunInstances:0800.'),
  'convert-code-windows-li-sql-std-li': stated(
    ELIGIBLE,
    'Windows Server and SQL Server Standard, both licensed by AWS, are billed as RunInstances:0006.',
  ),
  'convert-code-windows-li-sql-ent-li': stated(
    ELIGIBLE,
    'Windows Server and SQL Server Enterprise, both licensed by AWS, are billed as RunInstances:0102.',
  ),
  'convert-code-windows-li-sql-web-li': stated(
    ELIGIBLE,
    'Windows Server and SQL Server Web, both licensed by AWS, are billed as RunInstances:0202.',
  ),
  'convert-code-windows-li-sql-byol': stated(
    ELIGIBLE,
    'Windows Server licensed by AWS with a SQL Server that you bring is billed as RunInstances:0002, like Windows Server alone.',
  ),
  'convert-code-windows-byol-sql-byol': stated(
    ELIGIBLE,
    'Windows Server and SQL Server, both brought by you, are billed as RunInstances:0800, like Windows Server alone.',
  ),
  'convert-code-composition': note({
    statement:
      'Billing codes are put together digit by digit: 0002 is Windows included, 0800 Windows brought, 0004, 0100 and 0200 SQL Server Standard, Enterprise and Web.',
    source: ELIGIBLE,
    basis: 'external',
  }),
  'convert-code-0804': stated(
    CONVERT_AWS_CLI,
    'RunInstances:0804, Windows brought with SQL Server Standard included, stands in an example of the guide and in none of its tables. It carries both limits, so it runs on Dedicated Instances only.',
  ),
  'convert-code-ambiguous-byol-sql': stated(
    CONVERT_AWS_CLI,
    'A billing code does not tell whether a SQL Server is there that you bring, since AWS does not bill it.',
  ),
  'convert-platform-details': stated(
    CONVERT_AWS_CLI,
    'An instance shows its platform in words beside its billing code; the words may name a SQL Server that the code does not bill.',
  ),
  'convert-start-stop-during': stated(
    PREREQUISITES,
    'While a conversion is under way the machine may be started and stopped, by the conversion or by you.',
  ),
  'convert-own-image-general': stated(
    CONVERT_LIMITS,
    'One list of the guide asks for an image of your own for every conversion; the rest of it, and lm, only where an included licence becomes one that you bring.',
  ),
  'convert-limits-not-exhaustive': stated(
    CONVERT_LIMITS,
    "The limits follow Microsoft's Service Provider License Agreement (SPLA); AWS does not call its list complete.",
  ),
  'convert-both-products': stated(
    CONVERT_AWS_CLI,
    'One conversion may change Windows Server and SQL Server together, in opposite directions too.',
  ),
  'convert-task-id': note({
    statement: 'The id of a conversion task is lct- and letters and digits.',
    source: model('CreateLicenseConversionTaskForResource', 'LicenseConversionTaskId'),
    basis: 'model',
  }),
  'convert-status-flow': stated(
    CONVERT,
    'A conversion task is IN_PROGRESS until it is SUCCEEDED or FAILED for good. In a sandbox the billing changes after one minute and the task ends after two.',
  ),
  'convert-failed-message': stated(CONVERT, 'A conversion that failed says why in its status message.'),
  'convert-success-effect': stated(
    ELIGIBLE,
    "A conversion changes the instance's usage operation and sets the time at which that was updated.",
  ),
  'convert-task-times': note({
    statement: 'A conversion task shows when it began, when the billing code was changed, and when it ended.',
    source: model('GetLicenseConversionTask', 'LicenseConversionTime'),
    basis: 'model',
  }),
  'convert-ami-unchanged': stated(
    CONVERT,
    'The AMI keeps its billing code: after a conversion only the instance tells how it is licensed.',
  ),
  'convert-kms-auto-to-included': stated(
    TO_INCLUDED,
    "Where Windows becomes licensed by AWS, it is pointed at AWS's activation server by the conversion.",
  ),
  'convert-kms-manual-to-byol': stated(
    TO_BYOL,
    'Where Windows becomes a licence that you bring, you point it at your own activation server: slmgr.vbs /skms ADDRESS, then slmgr.vbs /ato.',
  ),
  'convert-discovery-disassociate': stated(
    CONVERT,
    'After a conversion the machine leaves a license configuration whose every discovery rule excludes the licence that AWS now includes.',
  ),
  'convert-discovery-keep': stated(
    CONVERT,
    'A license configuration with at least one discovery rule without such an exclusion keeps the machine.',
  ),
  'convert-discovery-scope': stated(
    CONVERT,
    'License configurations without discovery rules about included licences keep their associations after a conversion.',
  ),
  'convert-directions-all': stated(
    CONVERSION,
    'A machine is converted in either direction, and back again, as long as the prerequisites hold.',
  ),
  'convert-no-redeploy': stated(
    CONVERSION,
    'A machine keeps its id, disks, tags and addresses when its licence type is converted.',
  ),
  'convert-pair-byol-sql-li-later': note({
    statement:
      'A later edition of the guide calls brought Windows with included SQL Server (RunInstances:0804) unsupported; lm follows the edition that shows it.',
    source: ELIGIBLE,
    basis: 'external',
  }),
};
