import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** Licence type conversion. The clock starts 03:00; a sandbox changes the billing after a minute and ends after two. */
describe('a conversion task', () => {
  scenario(
    'convert-status-flow, convert-task-times, convert-success-effect, convert-platform-details: from IN_PROGRESS over the change of the billing to SUCCEEDED',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    task     t IN_PROGRESS began=03:00 switched=not-yet ended=not-yet
    machine  a stopped code=RunInstances:0800 billed-since=03:00
    tick     1m
    task     t IN_PROGRESS switched=03:01 ended=not-yet
    machine  a stopped code=RunInstances:0002 platform=Windows billed-since=03:01
    tick     1m
    task     t SUCCEEDED began=03:00 switched=03:01 ended=03:02 says=
    tick     30d
    task     t SUCCEEDED ended=03:02
  `,
  );

  scenario(
    'convert-ami-unchanged, convert-no-redeploy: the AMI keeps its code, the machine its id, tenancy and type',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    tick     2m
    machine  a stopped code=RunInstances:0002 tenancy=dedicated type=m5.large
    billing  win RunInstances:0800
    launch   b from win m5.large dedicated
    machine  b running code=RunInstances:0800
    start    a
    machine  a running code=RunInstances:0002
  `,
  );

  scenario(
    'convert-start-stop-during: the machine may be started and stopped meanwhile',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    start    a
    tick     1m
    machine  a running code=RunInstances:0002
    stop     a
    tick     1m
    task     t SUCCEEDED
  `,
  );

  scenario(
    'convert-directions-all: back and forth, each in its turn, and both are listed',
    `
    ami      win usage=0800
    launch   a from win m5.large x2 dedicated
    report   a1 a2
    stop     a1 a2
    convert  t of a1 from=0800 to=0002
    convert  u of a2 from=0800 to=0002
    tasks    t u
    tasks    t of=a1
    tick     2m
    convert  v of a1 from=0002 to=0800
    tasks    t u v
    tasks    t v of=a1
    tasks    t u status=SUCCEEDED
    tasks    v status=IN_PROGRESS
    tick     2m
    machine  a1 stopped code=RunInstances:0800
  `,
  );

  scenario(
    'convert-one-task-at-a-time: the second waits for the first',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    convert  u of a from=0800 to=0002  | refused convert-one-task-at-a-time taskId=t
    tick     1m
    convert  u of a from=0002 to=0800  | refused convert-one-task-at-a-time taskId=t
    tick     1m
    convert  u of a from=0002 to=0800
  `,
  );

  scenario(
    'a sandbox that slept catches up in order: the billing changed a minute after the task began, not when somebody looked',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    tick     3d
    task     t SUCCEEDED switched=03:01 ended=03:02
    machine  a stopped billed-since=03:01
  `,
  );
});

describe('products and directions', () => {
  scenario(
    'convert-both-products, convert-code-0804, convert-code-composition: Windows to brought and SQL Server to included in one task',
    `
    ami      win usage=0002
    launch   a from win m5.xlarge dedicated
    report   a
    stop     a
    convert  t of a from=0002 to=0804
    tick     2m
    machine  a stopped code=RunInstances:0804
    start    a
    stop     a
    convert  u of a from=0804 to=0006
    tick     2m
    machine  a stopped code=RunInstances:0006 platform=Windows-with-SQL-Server-Standard
  `,
  );

  scenario(
    'convert-code-windows-li-sql-ent-li, convert-code-windows-li-sql-web-li, convert-code-windows-li-sql-std-li: each edition of SQL Server',
    `
    ami      win usage=0002
    launch   a from win m5.xlarge
    report   a
    stop     a
    convert  t of a from=0002 to=0102
    tick     2m
    convert  u of a from=0102 to=0202
    tick     2m
    convert  v of a from=0202 to=0006
    tick     2m
    convert  w of a from=0006 to=0002
    tick     2m
    machine  a stopped code=RunInstances:0002
  `,
  );

  scenario(
    'convert-eligible-products, convert-destination-known: Linux is not converted, and nothing is converted to Linux',
    `
    launch   r from rhel-9 m5.large
    launch   w from windows-2022 m5.large
    report   r w
    stop     r w
    convert  t of r from=0010 to=0002  | refused convert-eligible-products
    convert  t of w from=0002 to=0010  | refused convert-destination-known
    convert  t of w from=0002 to=9999  | refused convert-destination-known destination=RunInstances:9999
    tasks
  `,
  );

  scenario(
    'convert-source-matches, convert-destination-differs: from what it is, to something else',
    `
    launch   w from windows-2022 m5.xlarge
    report   w
    stop     w
    convert  t of w from=0800 to=0006  | refused convert-source-matches present=RunInstances:0002
    convert  t of w from=0002 to=0002  | refused convert-destination-differs
    convert  t of w from=0002 to=0006
  `,
  );
});

describe('prerequisites', () => {
  scenario(
    'convert-stopped, convert-ssm-inventory: stopped and known to Systems Manager Inventory, every reason at once',
    `
    launch   w from windows-2022 m5.xlarge
    convert  t of w from=0002 to=0006  | refused convert-stopped state=running convert-ssm-inventory
    stop     w
    convert  t of w from=0002 to=0006  | refused convert-ssm-inventory
    report   w
    convert  t of w from=0002 to=0006
  `,
  );

  scenario(
    'inventory-30-days: what was reported is forgotten after 30 days, unless it is reported again',
    `
    launch   v from windows-2022 m5.xlarge
    launch   w from windows-2022 m5.xlarge
    report   v w
    stop     v w
    tick     29d
    report   v
    tick     1d 1m
    convert  t of w from=0002 to=0006  | refused convert-ssm-inventory
    convert  t of v from=0002 to=0006
  `,
  );

  scenario(
    'convert-onboarded: an account without the core role converts nothing',
    `
    launch   w from windows-2022 m5.xlarge
    report   w
    stop     w
    role     deleted
    convert  t of w from=0002 to=0006  | refused convert-onboarded
    role     there
    convert  t of w from=0002 to=0006
  `,
  );

  scenario(
    'convert-permissions: all seventeen actions, by name or by service',
    `
    launch   w from windows-2022 m5.xlarge
    report   w
    stop     w
    deny     ssm:SendCommand
    deny     ec2:TerminateInstances
    convert  t of w from=0002 to=0006  | refused convert-permissions denied=ssm:SendCommand
    allow    ssm:SendCommand
    convert  t of w from=0002 to=0006
    tick     2m
    deny     license-manager:*
    convert  u of w from=0006 to=0002  | refused convert-permissions convert-own-image-for-byol
  `,
  );

  scenario(
    'convert-own-image-for-byol: an included licence becomes a brought one only on an imported image, also through copies of it',
    `
    ami      own usage=0002
    copy     copied of own
    launch   a from windows-2022 m5.large dedicated
    launch   b from own m5.large dedicated
    launch   c from copied m5.large dedicated
    image    taken of b
    image    other of a
    launch   d from taken m5.large dedicated
    launch   e from other m5.large dedicated
    report   a b c d e
    stop     a b c d e
    convert  t of a from=0002 to=0800  | refused convert-own-image-for-byol
    convert  t of b from=0002 to=0800
    convert  u of c from=0002 to=0800
    convert  v of d from=0002 to=0800
    convert  w of e from=0002 to=0800  | refused convert-own-image-for-byol
  `,
  );

  scenario(
    'convert-own-image-general: towards what AWS includes, any image will do',
    `
    launch   a from windows-2022 m5.xlarge
    report   a
    stop     a
    convert  t of a from=0002 to=0006
    tick     2m
    convert  u of a from=0006 to=0002  | refused convert-own-image-for-byol
  `,
  );

  scenario(
    'convert-sql-li-not-on-host, convert-sql-li-min-vcpu: where and how large a machine with included SQL Server may be',
    `
    host     h m5
    launch   a from windows-2022 m5.xlarge host
    launch   b from windows-2022 m5.large
    launch   c from windows-2022 m5.2xlarge cores=2 threads=1
    report   a b c
    stop     a b c
    convert  t of a from=0002 to=0006  | refused tenancy-matrix-sql-li
    convert  t of b from=0002 to=0006  | refused convert-sql-li-min-vcpu vcpus=2
    convert  t of c from=0002 to=0006  | refused convert-sql-li-min-vcpu vcpus=2
    resize   b m5.xlarge
    convert  t of b from=0002 to=0006
  `,
  );

  scenario(
    'convert-result-tenancy: what a code may not run on, it is not converted on',
    `
    ami      own usage=0002
    host     h m5
    launch   a from own m5.xlarge
    launch   b from own m5.xlarge dedicated
    launch   c from own m5.xlarge host
    report   a b c
    stop     a b c
    convert  t of a from=0002 to=0800  | refused tenancy-matrix-windows-byol
    convert  t of a from=0002 to=0804  | refused tenancy-matrix-windows-byol
    convert  t of c from=0002 to=0804  | refused tenancy-matrix-sql-li
    convert  t of b from=0002 to=0804
    convert  u of c from=0002 to=0800
    tick     2m
    start    b c
  `,
  );

  scenario(
    'convert-sql-editions: an edition that AWS does not license does not become included',
    `
    launch   a from windows-2022 m5.xlarge
    report   a app=Microsoft-SQL-Server-2022-Developer-Edition
    stop     a
    convert  t of a from=0002 to=0006  | refused convert-sql-editions edition=Developer
    report   a app=Microsoft-SQL-Server-2022-Standard-Edition
    convert  t of a from=0002 to=0006
  `,
  );

  scenario(
    'convert-resource-arn: an instance of the account and Region',
    `
    ami      own usage=0002
    account  partner 444455556666
    launch   a from windows-2022 m5.xlarge
    report   a
    stop     a
    convert  t of own from=0002 to=0006  | refused convert-resource-arn
    as       partner
    convert  t of a from=0002 to=0006    | refused convert-resource-arn
    as       home
    region   eu-west-1
    convert  t of a from=0002 to=0006    | refused convert-resource-arn
    region   us-east-1
    convert  t of a from=0002 to=0006
  `,
  );
});

describe('what can go wrong on the way', () => {
  scenario(
    'convert-failed-message: an agent that does not answer fails the task, and the billing stays',
    `
    launch   a from windows-2022 m5.xlarge
    report   a
    stop     a
    agent    a unreachable
    convert  t of a from=0002 to=0006
    tick     2m
    task     t FAILED switched=not-yet ended=03:01 says=could-not-be-reached
    machine  a stopped code=RunInstances:0002
    agent    a reachable
    convert  u of a from=0002 to=0006
    tick     2m
    task     u SUCCEEDED
  `,
  );

  scenario(
    'convert-partial-kms: the billing is changed but Windows is not activated, with an alert and the remedy',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    kms      unreachable
    convert  t of a from=0800 to=0002
    tick     2m
    task     t FAILED switched=03:01 ended=03:02 says=AWSSupport-ActivateWindowsWithAmazonLicense
    machine  a stopped code=RunInstances:0002
    alerts   home soft=1
  `,
  );

  scenario(
    'convert-partial-kms: an agent that is lost after the billing was changed leaves Windows not activated',
    `
    ami      win usage=0800
    launch   a from win m5.large dedicated
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    tick     90s
    agent    a unreachable
    tick     30s
    task     t FAILED switched=03:01 ended=03:02 says=AWSSupport-ActivateWindowsWithAmazonLicense
    machine  a stopped code=RunInstances:0002
    alerts   home soft=1
    agent    a reachable
    convert  u of a from=0002 to=0800
    tick     90s
    agent    a unreachable
    tick     30s
    task     u SUCCEEDED
  `,
  );

  scenario(
    'convert-kms-auto-to-included, convert-kms-manual-to-byol: only a way to included Windows needs the activation server of AWS',
    `
    ami      win usage=0002
    launch   a from win m5.xlarge dedicated
    report   a
    stop     a
    kms      unreachable
    convert  t of a from=0002 to=0800
    tick     2m
    task     t SUCCEEDED
    kms      reachable
    convert  u of a from=0800 to=0002
    tick     2m
    task     u SUCCEEDED
    kms      unreachable
    convert  v of a from=0002 to=0006
    tick     2m
    task     v SUCCEEDED
  `,
  );

  scenario(
    'convert-sql-li-min-vcpu: a machine that is made too small meanwhile fails its task, and the billing stays',
    `
    launch   a from windows-2022 m5.xlarge x2
    report   a1 a2
    stop     a1 a2
    convert  t of a1 from=0002 to=0006
    convert  u of a2 from=0002 to=0006
    resize   a1 m5.large
    resize   a2 m5.2xlarge
    tick     2m
    task     t FAILED switched=not-yet says=has-2-vCPUs,-RunInstances:0006-needs-at-least-4
    machine  a1 stopped code=RunInstances:0002
    task     u SUCCEEDED
    machine  a2 stopped code=RunInstances:0006
  `,
  );

  scenario(
    'tenancy-matrix-sql-li: a machine that is moved meanwhile to where the new code may not run fails its task',
    `
    host     h m5
    launch   a from windows-2022 m5.xlarge dedicated
    report   a
    stop     a
    convert  t of a from=0002 to=0006
    move     a host on=h
    tick     2m
    task     t FAILED switched=not-yet says=RunInstances:0006-may-not-run-on-tenancy-host
    start    a
    machine  a running on=h code=RunInstances:0002
  `,
  );

  scenario(
    'a machine that is terminated meanwhile fails its task',
    `
    launch   a from windows-2022 m5.xlarge
    report   a
    stop     a
    convert  t of a from=0002 to=0006
    terminate a
    tick     1d
    task     t FAILED switched=not-yet says=was-terminated
  `,
  );
});

/** The guide's two examples are the first two. */
describe('automated discovery after a conversion', () => {
  const converted = (rules: string, more = '') => `
    ami      win usage=0800
    config   dc vcpu
    discover dc ${rules}
    launch   a from win m5.large dedicated config=dc
    usage    dc 2
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    start    a
    usage    dc 2
    tick     2m
    ${more}
  `;
  const EXCLUDES = 'but:windows-server-datacenter';

  scenario(
    'convert-discovery-disassociate: two rules, and each excludes included Windows Server: the machine leaves and gives back what it took',
    converted(`${EXCLUDES} ${EXCLUDES}`, 'usage dc 0\n licences a\n associations dc'),
  );
  scenario(
    'convert-discovery-keep: only one of two rules is about included licences: the machine stays',
    converted(`${EXCLUDES} any`, 'usage dc 2\n licences a dc'),
  );
  scenario(
    'convert-discovery-scope: rules that exclude another licence, or demand one, drop nothing',
    converted('but:sql-server-web only:windows-server-datacenter', 'usage dc 2\n licences a dc'),
  );
  scenario(
    'convert-discovery-scope: a rule that demands what AWS now includes excludes nothing',
    converted('only:windows-server-datacenter', 'usage dc 2\n licences a dc'),
  );
  scenario(
    'convert-discovery-scope: a configuration without discovery rules keeps the machine',
    `
    ami      win usage=0800
    config   dc vcpu
    launch   a from win m5.large dedicated config=dc
    report   a
    stop     a
    convert  t of a from=0800 to=0002
    tick     2m
    licences a dc
  `,
  );
  scenario(
    'convert-discovery-disassociate: not before the conversion has succeeded, and not where what is excluded was included before',
    `
    ami      win usage=0002
    config   dc vcpu
    discover dc ${EXCLUDES}
    launch   a from win m5.xlarge dedicated config=dc
    report   a
    stop     a
    convert  t of a from=0002 to=0006
    tick     2m
    licences a dc
  `,
  );
});
