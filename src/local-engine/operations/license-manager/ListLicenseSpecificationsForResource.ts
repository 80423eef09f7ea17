import { configurationArn, parseResourceArn } from '../../../validation/arns.ts';
import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';

const PAGE = 100;

/** https://docs.aws.amazon.com/license-manager/latest/APIReference/API_ListLicenseSpecificationsForResource.html */
export default operation({
  name: 'license-manager:ListLicenseSpecificationsForResource',
  access: 'read',
  constraints: ['config-associate-target-kinds', 'page-token-invalid', 'page-size-invalid'],
  run(tx, input, { scope }) {
    const { ResourceArn } = input;
    guard(check('config-associate-target-kinds', { ResourceArn }));
    const resource = parseResourceArn(ResourceArn ?? '');
    const rows = resource.kind === 'other' ? [] : tx.associations.ofResource(resource.id);
    const listing = {
      operation: 'ListLicenseSpecificationsForResource',
      scope,
      filters: ResourceArn,
      token: input.NextToken,
    };
    // A resource has at most ten, so the whole list is read and the page cut from it.
    const page = pageOf(
      listing,
      input.MaxResults ?? PAGE,
      (after, limit) => rows.filter((row) => row.configurationKey > Number(after?.[0] ?? 0)).slice(0, limit),
      (row) => [row.configurationKey],
    );
    return {
      LicenseSpecifications: page.rows.map((row) => ({
        LicenseConfigurationArn: configurationArn(
          { account: row.configurationOwner, region: row.region },
          row.configurationId,
        ),
        ...(row.scope === undefined ? {} : { AmiAssociationScope: row.scope }),
      })),
      NextToken: page.nextToken,
    };
  },
});
