/**
 * The world in which every example of the help runs: one Windows licence on Dedicated Hosts with room left, one SQL Server
 * licence that is over its soft limit, two named machines, a launch template of two versions, a host of its own.
 */
export const EXAMPLE_WORLD = [
  'lm local account add 444455556666 --name partner',
  'lm config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host --description "Windows Server Datacenter, 96 cores" --tag cost-centre=4711 --tag team=db',
  'lm config create sql-std --type vcpu --count 8 --soft --description "SQL Server Standard, 8 vCPUs"',
  'lm host allocate --family m5 --zone us-east-1a --count 3',
  'lm host allocate --type m5.8xlarge --zone us-east-1a --name win-host',
  'lm ami register win2022-byol --usage-operation windows-byol --imported',
  'lm ami register win2019-byol --usage-operation windows-byol --imported',
  'lm ami register sql2022 --usage-operation linux --imported',
  'lm ami attach win2022-byol --config win-dc',
  'lm ami attach sql2022 --config sql-std',
  'lm template create web --ami win2022-byol --type m5.8xlarge --tenancy host --config win-dc',
  'lm template create web --new-version --type m5.4xlarge',
  'lm instance run --ami win2022-byol --type m5.4xlarge --tenancy host --name web-1 --tag env=test',
  'lm instance run --ami win2022-byol --type m5.4xlarge --tenancy host --name web-2 --tag env=test',
  'lm instance run --ami sql2022 --type m5.4xlarge --name db-1',
] as const;

/** A machine that can be converted either way. */
const ERP = [
  'lm ami register erp --usage-operation RunInstances:0002 --imported',
  'lm instance run --ami erp --type m5.xlarge --tenancy dedicated --name erp-1 --tag app=erp',
  'lm instance stop erp-1',
];
const REPORTS = [...ERP, 'lm inventory record erp-1'];
const PLANNED = [...REPORTS, 'lm convert plan --to byol tag:app=erp -o json > conversion.json'];
const NO_MACHINES = 'lm instance terminate tag:env=test --yes';
const STOPPED = 'lm instance stop tag:env=test';
const SAVED = 'lm local snapshot save before-upgrade';
/** A group of the m5 hosts on which web-1 and web-2 run. */
const WEB = ['lm hrg create web --family m5 --auto-release', 'lm hrg add-host web h-*'];
const SPARE = 'lm hrg create spare';
const SHARED = 'lm config share win-dc --with 444455556666';
const WIN_PROD = 'lm hrg create win-prod --license win-dc --family m5 --auto-allocate --auto-release';
const LAB = 'lm context create lab --sandbox lab --region eu-west-1 --use';

const ORGANIZATION = 'lm org create';
const SQL_PROD = [ORGANIZATION, 'lm share enable-organization', 'lm hrg create sql-prod --license win-dc --family m5'];
const INVITED = 'lm org account invite 444455556666';
const MEMBERS = [ORGANIZATION, INVITED, 'lm org account accept h-1a1fbd5df60000000 --account 444455556666'];

const MONTHLY = ['lm report create monthly-win --every month --config win-dc'];
const WRITTEN = [...MONTHLY, 'lm local clock advance 1h'];

/** What some examples need besides, by the beginning of their line: the state that the person who types them is in. */
export const BEFORE: Readonly<Record<string, readonly string[]>> = {
  'lm ami attach': ['lm ami detach win2022-byol --config win-dc'],
  'lm ami register win2022-byol': ['lm ami deregister win2022-byol --yes'],
  'lm ami share win2022-byol --with 444455556666 --remove': ['lm ami share win2022-byol --with 444455556666'],
  'lm check launch --ami win2022-byol --type m5.8xlarge --count 6': [NO_MACHINES],
  'lm check launch --ami win2022-byol --type m5.8xlarge --count 3 --hrg': [WIN_PROD],
  'lm config activate': [STOPPED, 'lm config deactivate win-dc --yes'],
  'lm config attach win-dc win2019-byol --share-organization': [ORGANIZATION, 'lm share enable-organization'],
  'lm config create win-dc': ['lm config delete win-dc --detach --confirm win-dc'],
  'lm config deactivate': [STOPPED],
  'lm config delete win-dc --yes': [NO_MACHINES, 'lm config detach win-dc win2022-byol'],
  'lm config detach': ['lm config attach win-dc win2019-byol'],
  'lm config failures': ['lm instance run --ami win2022-byol --type m5.2xlarge --tenancy host || true'],
  'lm config share win-dc --with 444455556666 --remove': [SHARED],
  'lm config tag': ['lm config untag win-dc cost-centre team'],
  'lm context delete': [LAB],
  'lm context list': [LAB, 'lm context create prod --region us-east-1'],
  'lm context set': [LAB],
  'lm context show': [LAB],
  'lm context use': [LAB],
  'lm convert tenancy db-1': ['lm instance stop db-1'],
  'lm convert tenancy tag:env=test': [STOPPED],
  'lm hrg add-host spare': [SPARE],
  'lm hrg create sql-prod': ['lm config create sql-ent --type core --count 192 --affinity 90'],
  'lm hrg delete spare': [SPARE],
  'lm hrg list': [...WEB, SPARE],
  'lm hrg remove-host spare': [SPARE, 'lm hrg add-host spare win-host'],
  'lm hrg share sql-prod': SQL_PROD,
  'lm hrg share sql-prod --with organization --remove': [
    ...SQL_PROD,
    'lm hrg share sql-prod --with organization --no-licenses',
  ],
  'lm hrg show web': WEB,
  'lm hrg update web': WEB,
  'lm convert plan': REPORTS,
  'lm convert apply': PLANNED,
  'lm convert list': [...PLANNED, 'lm convert apply conversion.json'],
  'lm convert show': [...PLANNED, 'lm convert apply conversion.json'],
  'lm inventory record': ERP,
  'lm instance modify': [STOPPED],
  'lm instance move web-1': ['lm instance stop web-1', ...WEB, 'lm local clock advance 2m'],
  'lm instance move db-1': ['lm instance stop db-1', 'lm host allocate --family m5 --zone us-east-1a --name spare'],
  'lm instance move spare-1': [
    'lm instance run --ami sql2022 --type m5.large --tenancy host --name spare-1',
    'lm instance stop spare-1',
  ],
  'lm instance run --ami win2022-byol --type m5.8xlarge --count 6': [NO_MACHINES],
  'lm instance run --ami win2022-byol --type m5.8xlarge --count 3 --hrg': [WIN_PROD],
  'lm instance start': [STOPPED],
  'lm local account use': ['lm local account add 222233334444 --name payroll'],
  'lm local set charging': [NO_MACHINES],
  'lm local snapshot list': [SAVED],
  'lm local snapshot load': [SAVED, NO_MACHINES],
  'lm local bucket delete': WRITTEN,
  'lm local bucket restore': [...WRITTEN, 'lm local bucket delete --yes'],
  'lm report list': [...MONTHLY, 'lm report create daily-sql --every day --config sql-std --type usage'],
  'lm report show': WRITTEN,
  'lm report update': MONTHLY,
  'lm report delete': WRITTEN,
  'lm report run': MONTHLY,
  'lm report files': WRITTEN,
  'lm report fetch': WRITTEN,
  'lm share accept': [SHARED],
  'lm share delete': [SHARED],
  'lm share enable-organization': [ORGANIZATION],
  'lm share list': [SHARED],
  'lm share reject': [SHARED],
  'lm org account accept': [ORGANIZATION, INVITED],
  'lm org account create': [ORGANIZATION],
  'lm org account invite': [ORGANIZATION],
  'lm org account list': [ORGANIZATION, INVITED],
  'lm org account remove': MEMBERS,
  'lm org account status': [ORGANIZATION, 'lm org account create payroll --email payroll@example.com'],
  'lm org delete': [ORGANIZATION],
  'lm org enable-all-features': ['lm org create --features billing'],
  'lm org leave': MEMBERS,
  'lm org show': MEMBERS,
  'lm org trusted-access disable': [ORGANIZATION, 'lm org trusted-access enable'],
  'lm org trusted-access enable': [ORGANIZATION],
  'lm org trusted-access list': [ORGANIZATION, 'lm org trusted-access enable ram'],
  'lm template create web --ami': ['lm template delete web --yes'],
};

/** Examples that ask before they act: at a terminal they are agreed to, in a pipe they must say --yes and are refused. */
export const ASKS: readonly string[] = [
  'lm ami deregister win2022-byol',
  'lm host release win-host',
  'lm instance terminate tag:env=test',
  'lm template delete web',
];
