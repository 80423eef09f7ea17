export interface Mistake {
  readonly line: string;
  readonly exit: number;
  /** What the answer must tell the person who typed it. */
  readonly says: string | RegExp;
}

const mistake = (exit: number, line: string, says: string | RegExp): Mistake => ({ line, exit, says });

/** What people type wrong, by what it is about; played in the world of the examples. */
export const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'names that do not exist': [
    mistake(5, 'lm config show win-dd', 'did you mean win-dc?'),
    mistake(5, 'lm ami attach win2022-byol --config wn-dc', 'did you mean win-dc?'),
    mistake(5, 'lm check launch --ami win2022-byl --type m5.8xlarge', 'did you mean win2022-byol or win2019-byol?'),
    mistake(5, 'lm instance show web-3', 'did you mean web-1 or web-2?'),
    mistake(5, 'lm host show win-hots', 'did you mean win-host?'),
    mistake(5, 'lm template show wbe', 'did you mean web?'),
    mistake(5, 'lm explain launch-hard-blok', 'did you mean launch-hard-block?'),
    mistake(5, 'lm context use lib', 'lab'),
    mistake(2, 'lm local scenario load operating', 'did you mean operating-system?'),
    mistake(5, 'lm --account 999999999999 config list', 'which has 111122223333, 444455556666'),
    mistake(5, 'lm local account use 999999999999', 'lm local account add 999999999999'),
  ],
  'words of the command line': [
    mistake(2, 'lm confg list', 'did you mean lm config?'),
    mistake(2, 'lm config lst', 'did you mean lm config ls?'),
    mistake(2, 'lm config list --outptu json', 'did you mean --output?'),
    mistake(2, 'lm config list -o jsn', 'one of table, json, yaml, csv, text, name, markdown'),
    mistake(2, 'lm config list extra', 'one word too many'),
    mistake(2, 'lm local import prod-copy', 'lm local import --sandbox prod-copy'),
    mistake(2, 'lm help exitcodes', 'did you mean exit-codes?'),
  ],
  'input that is missing': [
    mistake(2, 'lm config create', /needs NAME .* and --type /s),
    mistake(2, 'lm config create sql-web', /needs --type .*core, socket, vcpu or instance/s),
    mistake(2, 'lm host allocate --zone us-east-1a', /needs --family .* or --type /s),
    mistake(2, 'lm host allocate --family m5', 'needs --zone'),
    mistake(2, 'lm instance run', /needs --ami .* and --type /s),
    mistake(2, 'lm check launch --ami win2022-byol --tenancy host', 'needs --type'),
    mistake(2, 'lm config update win-dc', 'nothing was given that is to change'),
    mistake(2, 'lm instance terminate', 'needs INSTANCE'),
    mistake(2, 'lm instance terminate web-1', 'add --yes'),
    mistake(2, 'lm config delete win-dc --detach --yes', 'add --confirm win-dc'),
  ],
  'rules of a license configuration': [
    mistake(3, 'lm config create x --type vcpu --min-cores 8', 'only with Core and Instance'),
    mistake(3, "lm config create x --type core --rule '#minimumSockets=2'", 'only with Instance and Socket'),
    mistake(3, 'lm config create x --type vcpu --affinity 30', 'only with Core and Socket'),
    mistake(3, 'lm config create x --type core --tenancy shared', 'allowed Dedicated Host'),
    mistake(3, 'lm config create x --type core --rule minimumCores=8', "'#minimumCores=8'"),
    mistake(2, 'lm config create x --type core --rule', 'an unquoted # begins a comment'),
    mistake(3, "lm config create x --type core --rule ''", 'a rule is empty'),
    mistake(3, "lm config create x --type core --rule '#minimumCoers=8'", 'minimumCores'),
    mistake(3, 'lm config update win-dc --min-cores 4', 'lm config recreate win-dc'),
  ],
  'numbers out of range': [
    mistake(3, 'lm config create x --type core --affinity 200', '1 to 180'),
    mistake(3, 'lm config create x --type core --count -5', '0 or more'),
    mistake(2, 'lm config create x --type core --count many', 'a whole number, or none'),
    mistake(3, 'lm config create x --type core --min-cores 16 --max-cores 8', 'minimum of 16 cores is above'),
    mistake(3, 'lm config create x --type core --hard', 'no number of licences is set'),
    mistake(2, 'lm check launch --ami win2022-byol --type m5.8xlarge --count 5:1', 'the first not above the second'),
    mistake(2, 'lm local clock advance 5', '90s, 10m, 8h or 3d'),
    mistake(2, 'lm local set hosts-per-family many', 'a whole number'),
    mistake(2, 'lm local account add 12', '12 digits'),
    mistake(
      3,
      'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host --cores 5',
      'use 2, 4, 6, 8, 10, 12, 14 or 16',
    ),
  ],
  'machines and hosts': [
    mistake(3, 'lm check launch --ami win2022-byol --type m5.9xlarge --tenancy host', /did you mean m5\.\d*xlarge/),
    mistake(5, 'lm instance run --ami win2022-byol --type m55.large --tenancy host', 'did you mean m5.large'),
    mistake(5, 'lm host allocate --family m55 --zone us-east-1a', 'did you mean m5'),
    mistake(3, 'lm host allocate --family t2 --zone us-east-1a', 't2 cannot run on Dedicated Hosts'),
    mistake(3, 'lm host allocate --family m5 --zone us-east-9z', 'such as us-east-1a'),
    mistake(
      3,
      'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host --count 4 --host win-host',
      /requested 4, 3 fit on h-\w+ \(48 cores free\)/,
    ),
    mistake(
      3,
      'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host --count 12',
      /requested 12, 11 fit .*h-\w+\s+has\s+32\s+cores\s+free/s,
    ),
    mistake(3, 'lm check launch --ami win2022-byol --type r5.4xlarge --tenancy host', 'lm host allocate --family r5'),
  ],
  'host resource groups': [
    mistake(2, 'lm hrg create', 'needs NAME'),
    mistake(3, 'lm hrg create aws-hosts', 'begins with "aws"'),
    mistake(3, 'lm hrg create sql/prod --description a+b', /"sql\/prod" is not 1 to 300.*the description holds \+/s),
    mistake(3, 'lm hrg create sql --license sql-std', 'sql-std counts vCPU, not cores or sockets'),
    mistake(5, 'lm hrg create sql --license sql-sdt', 'did you mean sql-std?'),
    mistake(3, 'lm hrg create sql --family m55', 'm55 is not a family that Dedicated Hosts support'),
    mistake(2, 'lm hrg create sql --host-limit none', 'a whole number'),
    mistake(5, 'lm hrg show sql', 'lm hrg list'),
    mistake(2, 'lm hrg add-host sql', 'needs HOST'),
  ],
  sharing: [
    mistake(2, 'lm config share win-dc', 'needs --with'),
    mistake(2, 'lm config share win-dc --with 4444', '--with takes account ids'),
    mistake(5, 'lm config share win-ds --with 444455556666', 'did you mean win-dc?'),
    mistake(5, 'lm share accept win-dc', 'there is no invitation "win-dc"'),
    mistake(5, 'lm share delete win-dc', 'there is no resource share "win-dc"'),
    mistake(4, 'lm share enable-organization', 'share-enable-management'),
    mistake(5, 'lm hrg share sql --with organization', 'lm hrg list'),
  ],
  'moving machines': [
    mistake(2, 'lm convert tenancy db-1', 'needs --to'),
    mistake(2, 'lm convert tenancy db-1 --to here', 'must be shared, dedicated, host or hrg'),
    mistake(2, 'lm convert tenancy db-1 --to hrg', '--hrg (which host resource group)'),
    mistake(5, 'lm instance move db-1 --hrg sql-prd', 'sql-prd'),
    mistake(5, 'lm instance move db-1 --host win-hots', 'did you mean win-host?'),
    mistake(6, 'lm convert tenancy db-1 --to dedicated', /lm instance stop i-\w+/),
    mistake(6, 'lm convert tenancy web-1 db-1 --to dedicated', /web-1 .* stays: tenancy-stopped/),
    mistake(6, 'lm instance move db-1 --affinity host', 'must be stopped'),
  ],
  'in JSON': [
    mistake(5, 'lm config show win-dd -o json', '"exitCode": 5'),
    mistake(2, 'lm config create -o json', '"exitCode": 2'),
    mistake(3, 'lm instance run --ami win2022-byol --type m5.2xlarge --tenancy host -o json', '"minimum": 8'),
    mistake(2, "lm config show win-dc --query '[['", 'JMESPath'),
  ],
};
