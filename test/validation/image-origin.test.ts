import { expect, it } from 'vitest';
import { importTaskOf } from '../../src/validation/image-origin.ts';

it.each([
  ['named after its task', { Name: 'import-ami-0a1b' }, 'import-ami-0a1b'],
  [
    'renamed, in the place of its task',
    { Name: 'win', ImageLocation: '111122223333/import-ami-0a1b' },
    'import-ami-0a1b',
  ],
  ['registered', { Name: 'win', ImageLocation: '111122223333/win' }, undefined],
  ['with a name that only mentions a task', { Name: 'from import-ami-0a1b' }, undefined],
  ['of which AWS says neither', {}, undefined],
])('an AMI %s', (_what, image, task) => {
  expect(importTaskOf(image)).toBe(task);
});
