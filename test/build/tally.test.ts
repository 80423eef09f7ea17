import { describe, expect, it } from 'vitest';
import { tally } from '../../scripts/tally.ts';

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((each) => ({ status: each })),
});

describe('the closing line of CI', () => {
  it('adds up the tests of every run', () => {
    const node20 = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] };
    const node24 = { testResults: [file('passed', 'passed')] };
    expect(tally([node20, node24])).toEqual({ passed: 4, failed: 1 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(tally([{ testResults: [file('failed')] }])).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a file whose tests failed by its tests alone', () => {
    expect(tally([{ testResults: [file('failed', 'failed', 'failed')] }])).toEqual({ passed: 0, failed: 2 });
  });

  it('leaves out tests that did not run', () => {
    expect(tally([{ testResults: [file('passed', 'passed', 'skipped', 'todo')] }])).toEqual({ passed: 1, failed: 0 });
  });

  it('says nothing passed where nothing ran', () => {
    expect(tally([])).toEqual({ passed: 0, failed: 0 });
  });
});
