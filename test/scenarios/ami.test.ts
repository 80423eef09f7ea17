import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

describe('scopes', () => {
  scenario(
    'ami-cross-account-tracking, ami-association-scope-shown, ami-cross-hard-limit: every account draws on it',
    `
    account  other 444455556666
    config   app instance count=2 hard
    ami      web config=app cross-account
    associations app web=cross-account
    share    web with other
    as       other
    launch   a from web m5.large
    usage    app 1 a=1
    as       home
    launch   b from web m5.large
    usage    app 2 a=1 b=1
    as       other
    launch   c from web m5.large   | refused launch-hard-block requested=1 used=2 limit=2 short=1
    failures app RunInstances
    alerts   home refused=1
    stop     a
    as       home
    usage    app 1 a=0 b=1
    launch   d from web m5.large
  `,
  );

  scenario(
    'ami-cross-soft-limit: the owner hears of launches beyond a soft limit',
    `
    account  other 444455556666
    config   app instance count=0
    ami      web config=app cross-account
    share    web with other
    as       other
    launch   a from web m5.large   | alert launch-soft-alert over=1
    alerts   home soft=1
    alerts   other soft=0
  `,
  );

  scenario(
    'ami-current-account-tracking, ami-owned-scope-choice: without the scope only the own launches count',
    `
    account  other 444455556666
    config   app instance
    ami      web config=app
    share    web with other
    associations app web
    as       other
    launch   a from web m5.large
    licences a
    as       home
    launch   b from web m5.large
    usage    app 1 b=1
  `,
  );

  scenario(
    'ami-shared-scope-current, ami-accessible-only, ami-mixed-selection: an AMI of another account',
    `
    account  other 444455556666
    ami      web
    as       other
    config   theirs instance
    ami      own
    attach   theirs to web                  | refused ami-accessible-only imageId=web
    as       home
    share    web with other
    as       other
    attach   theirs to web cross-account    | refused ami-shared-scope-current imageId=web
    attach   theirs to web
    attach   theirs to own cross-account
    associations theirs web own=cross-account
    launch   a from web m5.large
    usage    theirs 1 a=1
    as       home
    launch   b from web m5.large
    licences b
  `,
  );

  scenario(
    'ami-scope-ami-only: instances and hosts take no scope',
    `
    config   app instance
    launch   a from amazon-linux-2023 m5.large
    host     h m5
    attach   app to a cross-account   | refused ami-scope-ami-only
    attach   app to h cross-account   | refused ami-scope-ami-only
    attach   app to a
  `,
  );
});

describe('what becomes of an AMI', () => {
  scenario(
    'ami-multi-select, ami-disassociate: several, at any time; machines keep their own associations',
    `
    config   app instance
    ami      web config=app
    ami      database config=app
    ami      cache config=app
    managed  app EC2_AMI=3
    launch   a from web m5.large
    detach   app from web
    associations app a cache database
    usage    app 1 a=1
    launch   b from web m5.large
    licences b
  `,
  );

  scenario(
    'ami-copy-escapes: a copy is not tracked, and lm says so',
    `
    config   app instance
    ami      web config=app
    copy     web2 of web            | alert ami-copy-escapes
    launch   a from web2 m5.large
    licences a
    detach   app from web
    copy     web3 of web
  `,
  );

  scenario(
    'ami-derived-escapes: an AMI made from a tracked machine is not tracked',
    `
    config   app instance
    launch   a from amazon-linux-2023 m5.large config=app
    image    golden of a            | alert ami-derived-escapes
    launch   b from golden m5.large
    licences b
    usage    app 1 a=1
  `,
  );

  scenario(
    'ami-deregistered-sweep, ami-deregistered-lingers, time-ami-sweep: associations go at 00:00, 08:00 and 16:00',
    `
    config   app instance
    ami      web config=app
    launch   a from web m5.large
    tick     1h
    deregister web
    tick     3h
    associations app a web
    detach   app from web           | refused ami-deregistered-no-manual imageId=web
    launch   b from web m5.large    | refused launch-ami-deregistered imageId=web
    terminate a
    delete   app                    | refused ami-deregistered-blocks-delete
    tick     1h
    associations app
    delete   app
  `,
  );

  scenario(
    'ami-deregistered-sweep: a year asleep is one sweep',
    `
    config   app instance
    ami      web config=app
    deregister web
    tick     365d
    associations app
  `,
  );

  scenario(
    'ami-pipeline-attach: an import brings its configurations with it',
    `
    config   app instance
    import   golden config=app
    associations app golden
    host     h m5
    launch   a from golden m5.large host
    usage    app 1
  `,
  );
});

describe('changing a machine', () => {
  scenario(
    'count-type-change: the next start counts the new type',
    `
    config   sql vcpu count=4 hard
    launch   a from amazon-linux-2023 m5.large config=sql
    resize   a m5.xlarge      | refused ec2-instance-state
    stop     a
    resize   a m5.xlarge
    usage    sql 0
    start    a
    usage    sql 4 a=4
    stop     a
    resize   a m5.2xlarge
    start    a                | refused launch-hard-block requested=8 used=0 limit=4 short=4
  `,
  );

  scenario(
    'count-type-change: CPU options are honoured where the configuration says so',
    `
    config   sql vcpu honor=True
    launch   a from amazon-linux-2023 r5.4xlarge config=sql
    usage    sql 16
    stop     a
    cpu      a cores=4 threads=1
    start    a
    usage    sql 4 a=4
  `,
  );

  scenario(
    'launch-mechanisms, launch-marketplace-byol, count-byol-marketplace: a template brings its configurations',
    `
    config   app instance
    template web-server from amazon-linux-2023 m5.large config=app
    launch   a from - template=web-server
    usage    app 1 a=1
    deactivate app                    | refused config-deactivate-requires-no-running
    terminate a
    deactivate app
    launch   b from - template=web-server   | refused config-deactivate-direct-launch-refused
  `,
  );
});
