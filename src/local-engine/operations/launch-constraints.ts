import type { ConstraintId } from '../../validation/catalogue/index.ts';

/** Billing code and tenancy: judged wherever a machine is to run, and where it is moved to. */
export const MATRIX_CONSTRAINTS = [
  'tenancy-matrix-windows-byol',
  'tenancy-matrix-sql-li',
  'tenancy-matrix-rhel-li',
  'tenancy-matrix-suse-li',
  'tenancy-matrix-other-li',
] as const satisfies readonly ConstraintId[];

/** What a machine that wants to run may break, at launch and at start alike. */
export const RUN_CONSTRAINTS = [
  ...MATRIX_CONSTRAINTS,
  'rule-tenancy-core-socket',
  'rule-tenancy-launch-check',
  'rule-minimum-cores-check',
  'rule-maximum-cores-check',
  'rule-minimum-sockets-check',
  'rule-maximum-sockets-check',
  'rule-minimum-vcpus-check',
  'rule-maximum-vcpus-check',
  'hrg-launch-unknown-group',
  'hrg-share-org',
  'hrg-setting-families',
  'hrg-nitro-mixed',
  'hrg-setting-license-configs',
  'hrg-setting-auto-allocate',
  'hrg-allocate-host-limit',
  'launch-untold',
  'host-on-demand-quota',
  'host-not-found',
  'host-launch-states',
  'host-type-supported',
  'host-auto-placement',
  'host-capacity-by-size',
  'launch-host-needs-capacity',
  'launch-hard-block',
  'launch-soft-alert',
] as const satisfies readonly ConstraintId[];

/** What a launch request may break besides. */
export const LAUNCH_CONSTRAINTS = [
  ...RUN_CONSTRAINTS,
  'template-not-found',
  'template-version-not-found',
  'ec2-min-max-count',
  'ec2-affinity-needs-host',
  'hrg-launch-placement',
  'hrg-no-direct-launch',
  'hrg-launch-needs-ami-config',
  'host-no-placement-group',
  'host-no-spot',
  'host-zone',
  'ec2-zone-unknown',
  'license-configuration-arn-malformed',
  'launch-ami-access',
  'launch-ami-deregistered',
  'ec2-instance-type-unknown',
  'host-type-unsupported',
  'ec2-cpu-options-valid',
  'config-region-scoped',
  'launch-unknown-config',
  'launch-config-not-shared',
  'config-deactivate-direct-launch-refused',
  'launch-max-ten',
  'launch-hard-min-max',
  'client-token-mismatch',
] as const satisfies readonly ConstraintId[];
