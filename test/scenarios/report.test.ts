import { describe } from 'vitest';
import { scenario } from '../support/scenario.ts';

/** Report generators. The clock starts 2026-11-21 03:00 UTC; a run takes its last minute of the first sixty. */
describe('a report run, state by state', () => {
  scenario(
    'report-first-run, time-report-first, report-bucket-created, report-bucket-name, report-s3-key, report-csv: made, scheduled, running, succeeded',
    `
    config          win core count=96 hard
    generator       daily-win on=win every=day
    generator-shows daily-win status=scheduled reported=never bucket=aws-license-manager-service-* folder=Reports/daily-win
    files
    tick            58m 59s
    generator-shows daily-win status=scheduled
    tick            1s
    generator-shows daily-win status=running reported=never
    files
    tick            59s
    generator-shows daily-win status=running
    tick            1s
    generator-shows daily-win status=succeeded reported=11-21T03:59 reason=
    files           Reports/daily-win/2026/11/21/*.csv
  `,
  );

  scenario(
    'report-periodic-run, time-report-period: one each period after the one before',
    `
    config          win core count=96
    generator       daily on=win every=day
    generator       weekly on=win every=week
    tick            1h
    generator-shows daily reported=11-21T03:59
    tick            23h 59m
    generator-shows daily reported=11-21T03:59
    tick            1m
    generator-shows daily reported=11-22T03:59
    generator-shows weekly reported=11-21T03:59
    tick            5d
    generator-shows daily reported=11-27T03:59
    generator-shows weekly reported=11-21T03:59
    tick            1d
    generator-shows weekly reported=11-28T03:59
    ids-differ      10
  `,
  );

  scenario(
    'report-periodic-run: a month is a calendar month, also after a short one',
    `
    config          win core count=96
    tick            40d
    generator       monthly on=win every=month
    tick            1h
    generator-shows monthly reported=12-31T03:59
    tick            31d
    generator-shows monthly reported=01-31T03:59
    tick            28d
    generator-shows monthly reported=02-28T03:59
    tick            30d 23h
    generator-shows monthly reported=02-28T03:59
    tick            1h
    generator-shows monthly reported=03-31T03:59
  `,
  );

  scenario(
    'report-run-failure, report-not-stored: the bucket is gone, the run fails with a reason, and the next period tries again',
    `
    config          win core count=96
    generator       daily on=win every=day
    tick            1h
    files           Reports/daily/2026/11/21/*.csv
    bucket          deleted
    files
    alerts-of       report-run-failure 0
    tick            1d
    generator-shows daily status=failed reason=NoSuchBucket reported=11-21T03:59
    files
    alerts-of       report-run-failure 1
    bucket          restored
    tick            1h
    generator-shows daily status=failed
    tick            23h
    generator-shows daily status=succeeded reason= reported=11-23T03:59
    files           Reports/daily/2026/11/23/*.csv
    alerts-of       report-run-failure 1
  `,
  );

  scenario(
    'report-run-failure: the bucket may not be written to',
    `
    config          win core count=96
    generator       daily on=win type=summary,usage every=day
    deny            s3:PutObject
    tick            1h
    generator-shows daily status=failed reason=AccessDenied reported=never
    files
    allow           s3:PutObject
    tick            1d
    generator-shows daily status=succeeded reason= reported=11-22T03:59
    files           Reports/daily/2026/11/22/*.csv Reports/daily/2026/11/22/*.csv
  `,
  );

  scenario(
    'report-update-run, report-rename-folder: changed, it runs within the hour into its new folder, and goes on from there',
    `
    config           win core count=96
    config           sql vcpu count=8
    generator        old on=win every=day
    tick             1h
    tick             30m
    generator-update old on=win,sql every=week name=new type=usage
    generator-shows  old status=scheduled reported=11-21T03:59 folder=Reports/new named=new on=win,sql every=1WEEK types=usage
    tick             59m
    generator-shows  old status=running
    tick             1m
    generator-shows  old status=succeeded reported=11-21T05:29
    files            Reports/old/2026/11/21/*.csv Reports/new/2026/11/21/*.csv
    tick             6d
    generator-shows  old reported=11-21T05:29
    tick             1d
    generator-shows  old reported=11-28T05:29
  `,
  );

  scenario(
    'report-update-run: a run under way is given up for the new one; so is one of a generator that failed',
    `
    config           win core count=96
    generator        daily on=win every=day
    tick             59m
    generator-shows  daily status=running
    generator-update daily on=win every=day
    generator-shows  daily status=scheduled
    tick             10m
    files
    bucket           deleted
    tick             50m
    generator-shows  daily status=failed
    generator-update daily on=win every=day
    generator-shows  daily status=scheduled reason=
    bucket           restored
    tick             1h
    generator-shows  daily status=succeeded reported=11-21T05:58
    ids-differ       1
  `,
  );

  scenario(
    'report-delete-stops: scheduled, running or done, a deleted generator makes no more reports, and its files stay',
    `
    config           win core count=96
    generator        a on=win every=day
    generator-delete a
    tick             2h
    files
    generator        b on=win every=day
    tick             59m
    generator-delete b
    tick             2h
    files
    generator        c on=win every=day
    tick             1h
    files            Reports/c/2026/11/21/*.csv
    generator-delete c
    tick             30d
    files            Reports/c/2026/11/21/*.csv
    generators
    generator-read   c  | refused report-not-found
  `,
  );
});

describe('what a report says', () => {
  scenario(
    'report-summary-content, report-usage-content, report-both-types-two-files: two files, two ids, and the figures',
    `
    ami         win2022
    config      win core count=96 hard minCores=4 tenancy=host
    attach      win to win2022
    host        h m5
    launch      a from win2022 m5.4xlarge host on=h
    config      web vcpu count=8
    ami         linux
    attach      web to linux
    launch      b from linux m5.large
    stop        b
    generator   both on=win,web type=usage,summary every=week
    tick        1h
    files       Reports/both/2026/11/21/*.csv Reports/both/2026/11/21/*.csv
    ids-differ  2
    report-lines 1 2
    report-says 1 of win Name=win LicenseCountingType=Core LicenseCount=96 LicenseCountHardLimit=true
    report-says 1 of win Status=AVAILABLE ConsumedLicenses=48 EC2_HOST=48 EC2_INSTANCE=0
    report-says 1 of web Name=web LicenseCount=8 LicenseCountHardLimit=false ConsumedLicenses=0 LicenseRules=
    report-lines 2 3
    report-says 2 of win h ResourceType=EC2_HOST ResourceStatus=available ResourceOwnerId=home ConsumedLicenses=48
    report-says 2 of win a ResourceType=EC2_INSTANCE ResourceStatus=running ConsumedLicenses=0
    report-says 2 of web b ResourceStatus=stopped ResourceOwnerId=home AssociationTime=2026-11-21T03:00:00.000Z ConsumedLicenses=0
  `,
  );

  scenario(
    'report-snapshot: it shows the moment at which its run began, before and after it is written',
    `
    config      web vcpu count=8
    ami         linux
    attach      web to linux
    launch      a from linux m5.large
    generator   daily on=web every=day
    tick        59m
    stop        a
    tick        1m
    report-says 1 of web ConsumedLicenses=2
    tick        1d
    report-says 1 of web ConsumedLicenses=2
    report-says 2 of web ConsumedLicenses=0
  `,
  );

  scenario(
    'report-snapshot, time-order: after a long sleep each report shows its own day, not the day of waking',
    `
    config      win core count=96 affinity=3
    ami         win2022
    attach      win to win2022
    host        h m5
    launch      a from win2022 m5.4xlarge host on=h
    terminate   a
    generator   daily on=win every=day
    tick        6d
    report-says 1 of win ConsumedLicenses=48
    report-says 3 of win ConsumedLicenses=48
    report-says 4 of win ConsumedLicenses=48
    report-says 5 of win ConsumedLicenses=0
    report-says 6 of win ConsumedLicenses=0
  `,
  );

  scenario(
    'report-config-type-tracked, report-several: several generators, also of one name, each with its configurations',
    `
    config      win core count=96
    config      sql vcpu count=8
    generator   a on=win name=monthly every=month
    generator   b on=sql name=monthly every=month
    generator   c on=win,sql every=day
    generators  a b c
    generators  a c of=win
    generators  b c of=sql
    tick        1h
    report-lines 1 1
    report-says 1 of sql Name=nothing
    report-lines 3 2
  `,
  );
});

describe('a report generator', () => {
  scenario(
    'report-list-fields, report-arn-format, report-description-tags-optional: all that it shows, and what it need not have',
    `
    config          win core count=96
    generator       a team cost on=win type=summary,usage every=month description=board
    generator-shows a named=a types=summary,usage on=win every=1MONTH arn=report-generator:r-* creator=home
    generator-shows a description=board made=11-21T03:00 tags=cost,team status=scheduled
    generator       b on=win
    generator-shows b description= tags=
    generator-tag   b owner
    generator-untag b nothing
    generator-shows b tags=owner
    generator-untag b owner
    generator-shows b tags=
    generator-tag   b aws:x           | refused tag-reserved-prefix
    generator-update b on=win description=weekly
    generator-shows b description=weekly
    generator-update b on=win every=week
    generator-shows b description=weekly every=1WEEK
    generator       c on=win description=mail-a@example.com | alert config-no-sensitive-text
  `,
  );

  scenario(
    'report-types, report-type-values, report-frequency, report-one-time, report-context: what it cannot be',
    `
    config    win core count=96
    config    gone core
    delete    gone
    generator a on=win type=                 | refused report-types
    generator a on=win type=assets           | refused report-type-values found=LicenseAssetGroupUsageReport
    generator a on=win every=day times=2     | refused report-frequency value=2 period=DAY
    generator a on=win every=once            | refused report-frequency period=ONE_TIME
    generator a on=                          | refused report-context
    generator a on=win,gone                  | refused report-context arn=gone
    generator a on=win from=0                | refused report-context-not-modelled member=reportStartDate
    generator a on=win type=summary,usage every=day
    generator-update a on=win type=          | refused report-types
    generator-update a on=gone               | refused report-context arn=gone
    generator-update a on=win every=week times=3 | refused report-frequency value=3
    generators a
    files
  `,
  );

  scenario(
    'report-name-length, report-client-token: its name has 1 to 100 characters; a token stands for one request',
    `
    config    win core count=96
    generator a on=win name=${'n'.repeat(100)}
    generator b on=win name=${'n'.repeat(101)} | refused shape-length
    generator b on=win token=${'t'.repeat(36)}
    generator c on=win token=${'t'.repeat(37)} | refused shape-length
    generator d on=win name=same token=one
    generator e on=win name=same token=one
    generator f on=win name=other token=one | refused client-token-mismatch token=one
    generators a b d
    generator g on=win name=same token=two
    generators a b d g
  `,
  );

  scenario(
    'report-not-found, report-list-filter: each in its own account and Region',
    `
    account          payroll 222233334444
    config           win core count=96
    generator        a on=win
    generators-by    Name                 | refused report-list-filter found=Name
    generators-by    LicenseConfigurationArn
    as               payroll
    generators
    generator-read   a                    | refused report-not-found
    generator-tag    a team               | refused report-not-found
    generator-delete a                    | refused report-not-found
    generator-update a on=win             | refused report-not-found
    generator        b on=win             | refused report-context arn=win
    as               home
    region           eu-west-1
    generator-read   a                    | refused report-not-found
    region           us-east-1
    generator-read   a
  `,
  );

  scenario(
    'report-bucket-reused: one bucket for all generators; where it was deleted the next generator makes it again',
    `
    config          win core count=96
    generator       a on=win
    generator-delete a
    generator       b on=win
    tick            1h
    files           Reports/b/2026/11/21/*.csv
    bucket          deleted
    generator       c on=win
    tick            1h
    generator-shows c status=succeeded
    files           Reports/c/2026/11/21/*.csv
  `,
  );

  scenario(
    'config-delete-needs-no-report-generator, report-blocks-config-delete: while one reports on it a configuration stays',
    `
    config           win core count=96
    config           sql vcpu count=8
    generator        a on=win,sql
    generator        b on=win
    delete           win                  | refused config-delete-needs-no-report-generator generators=a,b
    generator-delete b
    generator-update a on=sql
    delete           win
    delete           sql                  | refused config-delete-needs-no-report-generator generators=a
    generator-delete a
    delete           sql
  `,
  );
});
