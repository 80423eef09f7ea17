import type { Result } from '../../contract/result.ts';
import { SCENARIOS } from './scenarios.ts';

export async function run(): Promise<Result> {
  const scenarios = SCENARIOS.map(({ name, summary }) => ({ name, summary }));
  return {
    value: { scenarios },
    view: {
      kind: 'list',
      rows: scenarios,
      columns: [
        { key: 'name', title: 'scenario' },
        { key: 'summary', title: 'what it holds' },
      ],
      empty: 'no scenarios',
    },
    names: scenarios.map((scenario) => scenario.name),
  };
}
