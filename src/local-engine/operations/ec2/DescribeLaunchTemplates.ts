import type { LaunchTemplate } from '@aws-sdk/client-ec2';
import { operation } from '../../operation.ts';
import { pageOf } from '../../paging.ts';
import { matches, tagFilters } from '../filters.ts';
import { existing, templateAnswer } from '../template.ts';

const PAGE = 200;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplates.html */
export default operation({
  name: 'ec2:DescribeLaunchTemplates',
  access: 'read',
  constraints: ['template-not-found', 'ec2-filter-unknown', 'page-token-invalid'],
  run(tx, input, context) {
    const { here, scope } = context;
    const { LaunchTemplateIds: ids = [], LaunchTemplateNames: names = [], Filters = [], NextToken: token } = input;
    const wanted = matches<LaunchTemplate>(Filters, FIELDS);
    if (ids.length + names.length > 0) {
      const rows = [
        ...ids.map((id) => existing(here.templates.find(id), id, context)),
        ...names.map((name) => existing(here.templates.named(name), name, context)),
      ];
      return { LaunchTemplates: rows.map((row) => templateAnswer(tx, row, scope)).filter(wanted) };
    }
    const page = pageOf(
      { operation: 'DescribeLaunchTemplates', scope, filters: Filters, token },
      input.MaxResults ?? PAGE,
      (after, limit) =>
        here.templates
          .after(Number(after?.[0] ?? 0), Number.MAX_SAFE_INTEGER)
          .map((row) => ({ key: row.key, answer: templateAnswer(tx, row, scope) }))
          .filter(({ answer }) => wanted(answer))
          .slice(0, limit),
      ({ key }) => [key],
    );
    return { LaunchTemplates: page.rows.map(({ answer }) => answer), NextToken: page.nextToken };
  },
});

const FIELDS = {
  'launch-template-name': (one: LaunchTemplate) => [one.LaunchTemplateName],
  'create-time': (one: LaunchTemplate) => [one.CreateTime?.toISOString()],
  ...tagFilters<LaunchTemplate>(),
};
