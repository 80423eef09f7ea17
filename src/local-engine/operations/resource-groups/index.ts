import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'resource-groups'> = {
  'resource-groups:CreateGroup': () => import('./CreateGroup.ts'),
  'resource-groups:GetGroup': () => import('./GetGroup.ts'),
  'resource-groups:ListGroups': () => import('./ListGroups.ts'),
  'resource-groups:UpdateGroup': () => import('./UpdateGroup.ts'),
  'resource-groups:DeleteGroup': () => import('./DeleteGroup.ts'),
  'resource-groups:GetGroupConfiguration': () => import('./GetGroupConfiguration.ts'),
  'resource-groups:PutGroupConfiguration': () => import('./PutGroupConfiguration.ts'),
  'resource-groups:GroupResources': () => import('./GroupResources.ts'),
  'resource-groups:UngroupResources': () => import('./UngroupResources.ts'),
  'resource-groups:ListGroupResources': () => import('./ListGroupResources.ts'),
  'resource-groups:Tag': () => import('./Tag.ts'),
  'resource-groups:Untag': () => import('./Untag.ts'),
  'resource-groups:GetTags': () => import('./GetTags.ts'),
};
