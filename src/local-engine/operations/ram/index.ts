import type { OperationsOf } from '../index.ts';

/** The operations of this service, each loaded when it is called. */
export const operations: OperationsOf<'ram'> = {
  'ram:CreateResourceShare': () => import('./CreateResourceShare.ts'),
  'ram:UpdateResourceShare': () => import('./UpdateResourceShare.ts'),
  'ram:DeleteResourceShare': () => import('./DeleteResourceShare.ts'),
  'ram:AssociateResourceShare': () => import('./AssociateResourceShare.ts'),
  'ram:DisassociateResourceShare': () => import('./DisassociateResourceShare.ts'),
  'ram:GetResourceShares': () => import('./GetResourceShares.ts'),
  'ram:GetResourceShareAssociations': () => import('./GetResourceShareAssociations.ts'),
  'ram:GetResourceShareInvitations': () => import('./GetResourceShareInvitations.ts'),
  'ram:AcceptResourceShareInvitation': () => import('./AcceptResourceShareInvitation.ts'),
  'ram:RejectResourceShareInvitation': () => import('./RejectResourceShareInvitation.ts'),
  'ram:EnableSharingWithAwsOrganization': () => import('./EnableSharingWithAwsOrganization.ts'),
  'ram:ListResources': () => import('./ListResources.ts'),
  'ram:ListPrincipals': () => import('./ListPrincipals.ts'),
};
