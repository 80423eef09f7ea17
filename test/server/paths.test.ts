import { describe, expect, it } from 'vitest';
import { router } from '../../src/server/paths.ts';

/** Operations stand in for others: only method and path count. */
const route = router(['ec2:CopyImage', 'ec2:RunInstances', 'sts:GetCallerIdentity'], {
  'ec2:CopyImage': { method: 'POST', path: '/groups' },
  'ec2:RunInstances': { method: 'PATCH', path: '/resources/{Arn}/tags' },
  'sts:GetCallerIdentity': { method: 'GET', path: '/a.b/{One}/{Two}' },
});

describe('a method and a path', () => {
  it.each([
    ['a path without members', 'ec2', 'POST', '/groups', 'ec2:CopyImage', {}],
    [
      'a member in the path',
      'ec2',
      'PATCH',
      '/resources/arn%3Aaws%3Ax%2Fy/tags',
      'ec2:RunInstances',
      { Arn: 'arn:aws:x/y' },
    ],
    ['two members', 'sts', 'GET', '/a.b/1/2', 'sts:GetCallerIdentity', { One: '1', Two: '2' }],
    ['any service where none is known', undefined, 'POST', '/groups', 'ec2:CopyImage', {}],
  ])('%s', (_, service, method, path, operation, labels) => {
    expect(route(service, method, path)).toEqual({ operation, labels });
  });

  it.each([
    ['another method', 'ec2', 'GET', '/groups'],
    ['another service', 'sts', 'POST', '/groups'],
    ['more of a path', 'ec2', 'POST', '/groups/1'],
    ['a member without a value', 'ec2', 'PATCH', '/resources//tags'],
    ['a dot that stands for itself', 'sts', 'GET', '/axb/1/2'],
    ['an escape that is none', 'ec2', 'PATCH', '/resources/%zz/tags'],
  ])('name nothing with %s', (_, service, method, path) => {
    expect(route(service, method, path)).toBeUndefined();
  });
});
