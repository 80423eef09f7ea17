import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('an organization', () => {
  scenario(
    'org-already-member, org-needed: an account makes one, once, and is its first member',
    `
    features none
    disband        | refused org-needed account=home
    organization
    features ALL
    members  home
    organization   | refused org-already-member account=home
  `,
  );

  scenario(
    'org-management-only, org-invite-in-organization, org-invite-duplicate: accounts come by invitation',
    `
    account  payroll 222233334444
    account  labs    333344445555
    organization
    invite   payroll as first
    invite   payroll as again        | refused org-invite-duplicate target=payroll handshake=first
    as       payroll
    accept   first
    features ALL
    ask-members                      | refused org-management-only account=payroll managementAccount=home
    invite   labs as second          | refused org-management-only
    as       home
    members  home payroll
    invite   payroll as third        | refused org-invite-in-organization account=payroll
    invite   aws+333344445555@example.com as fourth
    as       labs
    accept   fourth
    as       home
    members  home payroll labs
    handshakes first=ACCEPTED fourth=ACCEPTED
  `,
  );

  scenario(
    'org-invite-target: an invitation names an account or an address',
    `
    organization
    invite   2222     as first       | refused org-invite-target id=2222 type=ACCOUNT
    invite   a@b      as first       | refused org-invite-target type=EMAIL
    invite   a@b.org  as first
    invite   222233334444 as second
  `,
  );

  scenario(
    'org-handshake-not-found, org-handshake-of-another, org-handshake-accepted: who may accept what',
    `
    account  payroll 222233334444
    account  labs    333344445555
    organization
    invite   payroll as first
    accept   first                   | refused org-handshake-of-another target=payroll
    as       payroll
    accept   h-nosuchone             | refused org-handshake-not-found
    accept   first
    accept   first                   | refused org-handshake-accepted
    as       home
    invite   labs as second
    as       labs
    organization
    accept   second                  | refused org-invite-in-organization account=labs
    disband
    accept   second
  `,
  );

  scenario(
    'org-handshake-not-open: an invitation holds for 15 days',
    `
    account  payroll 222233334444
    organization
    invite   payroll as first
    tick     14d 23h 59m
    handshakes first=OPEN
    tick     1m
    handshakes first=EXPIRED
    as       payroll
    accept   first                   | refused org-handshake-not-open state=EXPIRED
    as       home
    invite   payroll as second
    as       payroll
    accept   second
  `,
  );

  scenario(
    'org-management-cannot-leave, org-not-empty, org-account-not-found: members go, the management account goes last',
    `
    account  payroll 222233334444
    organization
    invite   payroll as first
    remove   payroll                 | refused org-account-not-found account=payroll
    ask-account payroll              | refused org-account-not-found
    as       payroll
    leave-organization                            | refused org-needed
    accept   first
    as       home
    ask-account payroll
    leave-organization                            | refused org-management-cannot-leave account=home
    remove   home                    | refused org-management-cannot-leave
    disband                          | refused org-not-empty members=payroll
    remove   payroll
    disband
    features none
    as       payroll
    features none
  `,
  );

  scenario(
    'a member leaves by itself',
    `
    account  payroll 222233334444
    organization
    invite   payroll as first
    as       payroll
    accept   first
    leave-organization
    features none
    as       home
    members  home
  `,
  );
});

describe('accounts that an organization makes', () => {
  scenario(
    'org-account-request-not-found: an account is there a minute after it was asked for',
    `
    organization
    ask-request car-nosuchone        | refused org-account-request-not-found
    found    payroll pay@example.com as asked
    request  asked IN_PROGRESS
    members  home
    tick     59s
    request  asked IN_PROGRESS
    tick     1s
    request  asked SUCCEEDED with-account
    members  home payroll
    ask-request asked
  `,
  );

  scenario(
    'an address that another account has ends the request',
    `
    organization
    found    payroll pay@example.com as one
    found    again   pay@example.com as two
    tick     1m
    request  one SUCCEEDED with-account
    request  two FAILED EMAIL_ALREADY_EXISTS
    members  home payroll
  `,
  );
});

describe('all features', () => {
  scenario(
    'org-has-all-features, org-all-features-pending, org-invite-during-all-features: invited members agree first',
    `
    account  payroll 222233334444
    account  labs    333344445555
    organization billing
    features CONSOLIDATED_BILLING
    invite   payroll as first
    as       payroll
    accept   first
    as       home
    all-features as way
    all-features as again            | refused org-all-features-pending handshake=way
    invite   labs as second          | refused org-invite-during-all-features handshake=way
    accept   way                     | refused org-handshake-not-open state=REQUESTED waitsFor=payroll
    remove   payroll
    accept   way
    features ALL
    all-features as again            | refused org-has-all-features
    invite   labs as second
  `,
  );

  scenario(
    'every invited member agrees, and then the management account finishes',
    `
    account  payroll 222233334444
    organization billing
    invite   payroll as first
    as       payroll
    accept   first
    as       home
    all-features as way
    as       payroll
    accept   way                     | refused org-handshake-of-another target=home
    agree
    features CONSOLIDATED_BILLING
    as       home
    accept   way
    features ALL
  `,
  );

  scenario(
    'org-all-features-created: members that were made here are not asked',
    `
    organization billing
    found    payroll pay@example.com as asked
    tick     1m
    all-features as way
    handshakes way=OPEN
    accept   way
    features ALL
  `,
  );
});

describe('trusted access', () => {
  scenario(
    'trusted-access-principal, trusted-access-via-lm, trusted-access-list, trusted-access-no-output: switched by service',
    `
    trust    ram.amazonaws.com                | refused org-needed
    organization
    services
    trust    ram.amazonaws.com
    trust    licence-manager.amazonaws.com    | refused trusted-access-principal nearest=license-manager.amazonaws.com
    trust    license-manager.amazonaws.com    | alert trusted-access-via-lm
    services license-manager.amazonaws.com ram.amazonaws.com
    distrust ram.amazonaws.com
    services license-manager.amazonaws.com
  `,
  );

  scenario(
    'trusted-access-idempotent: what is so already stays so',
    `
    organization
    trust    ram.amazonaws.com
    trust    ram.amazonaws.com
    services ram.amazonaws.com
    distrust ram.amazonaws.com
    distrust ram.amazonaws.com
    services
  `,
  );

  scenario(
    'trusted-access-management-only: members may not',
    `
    account  payroll 222233334444
    organization
    invite   payroll as first
    as       payroll
    accept   first
    trust    ram.amazonaws.com       | refused trusted-access-management-only account=payroll
    distrust ram.amazonaws.com       | refused trusted-access-management-only
    ask-services                     | refused trusted-access-management-only
  `,
  );

  scenario(
    'trusted-access-all-features: consolidated billing is not enough',
    `
    organization billing
    trust    ram.amazonaws.com       | refused trusted-access-all-features
    all-features as way
    accept   way
    trust    ram.amazonaws.com
  `,
  );
});

describe('organizational units', () => {
  scenario(
    'org-parent-not-found, org-unit-name-in-use, org-move-source, org-move-destination: accounts stand in units',
    `
    account  payroll 222233334444
    organization
    invite   payroll as first
    as       payroll
    accept   first
    as       home
    unit     prod
    unit     prod                    | refused org-unit-name-in-use name=prod
    unit     db in prod
    unit     other in r-nosuchone    | refused org-parent-not-found
    ask-in   ou-none-12345678        | refused org-parent-not-found
    move-account payroll from prod to db     | refused org-move-source source=prod
    move-account payroll from root to r-0000 | refused org-move-destination destination=r-0000
    move-account payroll from root to db
    in       db payroll
    in       prod
  `,
  );
});
