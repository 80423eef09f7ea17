import { expect, it } from 'vitest';
import { drawGithub } from '../../../src/render/reports/github.ts';
import { NASTY, REPORT } from './report.ts';

/** Reads a workflow command as the runner does (actions/runner, ActionCommand.cs). */
function command(line: string) {
  const [, level, written = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const raw = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string): string => raw(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
  const properties = Object.fromEntries(
    written.split(',').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), property(pair.slice(at + 1))];
    }),
  );
  return { level, properties, data: raw(data) };
}

const commands = drawGithub(REPORT)
  .split('\n')
  .filter((line) => line !== '')
  .map(command);

it('is one line for each finding', () => {
  expect(commands.map(({ level }) => level)).toEqual(['error', 'warning', 'warning']);
});

it('points at the file, line and column, and names resource and rule', () => {
  expect(commands[0]?.properties).toEqual({
    file: 'infra/plan.json',
    line: '12',
    col: '5',
    title: 'module.web.aws_instance.db["a,b:c"]: launch-hard-block',
  });
});

it('points nowhere where nothing is written in a file', () => {
  expect(Object.keys(commands[2]?.properties ?? {})).toEqual(['title']);
});

it('says what, why and how to go on, as it was written', () => {
  expect(commands[0]?.data).toContain(NASTY);
  expect(commands[0]?.data).toContain('\nfix: launch 1 now\n');
});
