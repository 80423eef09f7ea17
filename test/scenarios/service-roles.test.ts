import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

const CORE = 'AWSServiceRoleForAWSLicenseManagerRole';
const MANAGEMENT = 'AWSServiceRoleForAWSLicenseManagerMasterAccountRole';
const ORGANIZATIONS = 'AWSServiceRoleForOrganizations';

describe('the roles that services make for themselves', () => {
  scenario(
    'slr-three-roles, slr-role-exists, slr-service-unknown: an account has the core role from the start (OQ-60)',
    `
    roles       ${CORE}
    create-role license-manager.amazonaws.com                  | refused slr-role-exists
    create-role ec2.amazonaws.com                              | refused slr-service-unknown service=ec2.amazonaws.com
    create-role license-manager.master-account.amazonaws.com
    roles       ${MANAGEMENT} ${CORE}
  `,
  );

  scenario(
    'slr-role-not-found, slr-recreate: a deleted role is gone until it is made again',
    `
    ask-role    ${CORE}
    delete-role ${CORE} as task
    deletion    task SUCCEEDED
    roles
    ask-role    ${CORE}                                        | refused slr-role-not-found
    delete-role ${CORE} as again                               | refused slr-role-not-found
    create-role license-manager.amazonaws.com
    ask-role    ${CORE}
  `,
  );

  scenario(
    'slr-delete-after-resources, slr-deletion-task-not-found: what the core role serves goes first, in every Region',
    `
    config      sql vcpu
    region      eu-west-1
    config      web vcpu
    delete-role ${CORE} as first
    deletion    first FAILED eu-west-1 us-east-1
    deletion    none-such                                      | refused slr-deletion-task-not-found
    delete      web
    region      us-east-1
    delete-role ${CORE} as second
    deletion    second FAILED us-east-1
    roles       ${CORE}
    delete      sql
    delete-role ${CORE} as third
    deletion    third SUCCEEDED
    roles
  `,
  );

  scenario(
    'slr-delete-order, trusted-access-role-deletion: the management role goes before the core role, after trusted access',
    `
    create-role license-manager.master-account.amazonaws.com
    delete-role ${CORE} as first
    deletion    first FAILED
    organization
    trust       license-manager.amazonaws.com                  | alert trusted-access-via-lm
    delete-role ${MANAGEMENT} as second
    deletion    second FAILED
    distrust    license-manager.amazonaws.com
    delete-role ${MANAGEMENT} as third
    deletion    third SUCCEEDED
    delete-role ${CORE} as fourth
    deletion    fourth SUCCEEDED
  `,
  );

  scenario(
    'org-service-linked-role-organizations, org-slr-undeletable, org-slr-needed-for-all-features: members have one more',
    `
    account     payroll 222233334444
    organization billing
    invite      payroll as first
    as          payroll
    accept      first
    roles       ${CORE} ${ORGANIZATIONS}
    delete-role ${ORGANIZATIONS} as one
    deletion    one SUCCEEDED
    as          home
    all-features as way                                        | refused org-slr-needed-for-all-features accounts=payroll
    as          payroll
    create-role organizations.amazonaws.com
    as          home
    all-features as way
    as          payroll
    agree
    as          home
    accept      way
    as          payroll
    delete-role ${ORGANIZATIONS} as two
    deletion    two FAILED
    leave-organization
    delete-role ${ORGANIZATIONS} as three
    deletion    three SUCCEEDED
  `,
  );
});
