import type { CheckReport, ReportCase } from '../../contract/report.ts';
import { findingLines, outcomeText, placeText } from './words.ts';

/**
 * JUnit's XML, as the Jenkins schema has it: a launch is a test; what is refused failed, what cannot be judged is an error.
 */
export function drawJunit({ command, cases, at, headline, notes }: CheckReport): string {
  const failures = cases.filter(({ verdict }) => verdict === 'blocked').length;
  const errors = cases.filter(({ verdict }) => verdict === 'unknown').length;
  const sums = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  const timestamp = at.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(command)}" ${sums} time="0">`,
    `  <testsuite name="${xml(command)}" ${sums} skipped="0" time="0" timestamp="${timestamp}">`,
    ...cases.flatMap(testCase),
    `    <system-out>${xml([headline, ...notes].join('\n'))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(one: ReportCase): readonly string[] {
  const open = `    <testcase name="${xml(one.address)}" classname="${xml(one.type)}" time="0"`;
  const inner = outcome(one);
  return inner === undefined ? [`${open}/>`] : [`${open}>`, `      ${inner}`, '    </testcase>'];
}

function outcome(one: ReportCase): string | undefined {
  const [first] = one.findings;
  const place = one.place === undefined ? [] : [placeText(one.place)];
  const text = xml([...place, outcomeText(one), ...one.findings.flatMap(findingLines)].join('\n'));
  if (one.verdict === 'blocked' || one.verdict === 'unknown') {
    const tag = one.verdict === 'blocked' ? 'failure' : 'error';
    const message = first === undefined ? outcomeText(one) : first.message;
    return `<${tag} message="${xml(message)}" type="${xml(first?.id ?? one.verdict)}">${text}</${tag}>`;
  }
  return one.findings.length === 0 ? undefined : `<system-out>${text}</system-out>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0, which has no place for most control characters, escaped or not. */
function xml(text: string): string {
  return [...text]
    .filter((sign) => isXmlSign(sign.codePointAt(0) ?? 0))
    .join('')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function isXmlSign(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}
