import { scenario } from '../support/scenario.ts';

scenario(
  'oracle-counting-vcpu, oracle-no-rules, oracle-no-hard-limit: what a configuration for Oracle Database may be',
  `
  config   o1 instance oracle                  | refused oracle-counting-vcpu
  config   o2 vcpu oracle minVcpus=2           | refused oracle-no-rules
  config   o3 vcpu count=4 hard oracle         | refused oracle-no-hard-limit
  config   o4 vcpu count=4 oracle
  update   o4 hard                             | refused oracle-no-hard-limit
  shown    o4 LicenseCountHardLimit=false
`,
);

scenario(
  'config-edit-same-validation: an update is judged as a creation would be, against what would result',
  `
  config   sql vcpu count=4 hard
  update   sql oracle          | refused oracle-no-hard-limit
  config   plain vcpu
  update   plain hard          | refused config-hard-limit-needs-count
  update   plain count=1 hard
`,
);
