/** How many tests passed and failed, summed over runs. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface FileReport {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** The part of vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly FileReport[];
}

function ofFile({ status, assertionResults }: FileReport): Tally {
  const passed = assertionResults.filter((result) => result.status === 'passed').length;
  const failed = assertionResults.filter((result) => result.status === 'failed').length;
  // A file that could not even be loaded has no assertions, and would otherwise fail without being counted.
  return { passed, failed: failed === 0 && status === 'failed' ? 1 : failed };
}

/** Sums vitest's JSON reports; a test file that fails outside any test counts as one failure. */
export function tally(reports: readonly Report[]): Tally {
  const files = reports.flatMap((report) => report.testResults).map(ofFile);
  return {
    passed: files.reduce((sum, file) => sum + file.passed, 0),
    failed: files.reduce((sum, file) => sum + file.failed, 0),
  };
}
