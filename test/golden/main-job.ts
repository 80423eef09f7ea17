/** The main job of a licence administrator, from an empty sandbox to the explanation. */
export const MAIN_JOB = {
  reset: 'lm local reset --yes',
  create:
    'lm config create win-dc --type core --count 96 --hard --min-cores 8 --max-cores 16 --tenancy dedicated-host --description "Windows Server Datacenter, 96 cores"',
  hosts: 'lm host allocate --family m5 --zone us-east-1a --count 3',
  register: 'lm ami register win2022-byol --usage-operation RunInstances:0800 --imported',
  attach: 'lm ami attach win2022-byol --config win-dc',
  checkSix: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
  runSix: 'lm instance run --ami win2022-byol --type m5.8xlarge --count 6 --tenancy host',
  showFull: 'lm config show win-dc',
  listHosts: 'lm host list',
  oneMore: 'lm check launch --ami win2022-byol --type m5.8xlarge --count 1 --tenancy host -o json',
  smaller: 'lm check launch --ami win2022-byol --type m5.2xlarge --tenancy host',
  bigger: 'lm check launch --ami win2022-byol --type m5.12xlarge --tenancy host',
  shared: 'lm check launch --ami win2022-byol --type m5.8xlarge --tenancy shared',
  soft: 'lm config update win-dc --soft --yes',
  over: 'lm instance run --ami win2022-byol --type m5.8xlarge --tenancy host',
  usage: 'lm config usage win-dc -o csv',
  explain: 'lm explain launch-hard-block',
} as const;
