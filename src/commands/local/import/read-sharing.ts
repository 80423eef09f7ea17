import type { ResourceShare, ResourceShareAssociationType } from '@aws-sdk/client-ram';
import type { ReceivedCopy, ShareCopy, SharingCopy } from '../../../contract/copy.ts';
import type { Call } from '../../../contract/ports.ts';
import { parseShareable } from '../../../validation/share-arns.ts';
import { everyPage } from '../../shared/lists.ts';
import type { Reader } from './reader.ts';

/** What is shared with other accounts and by them, as far as it is license configurations and host resource groups. */
export async function readSharing(reader: Reader): Promise<SharingCopy> {
  const [own, received, invitations] = await Promise.all([
    readOwn(reader),
    readReceived(reader),
    reader.read('invitations to resource shares', 'ram:GetResourceShareInvitations', (call) =>
      everyPage(async (nextToken) => {
        const page = await call('ram:GetResourceShareInvitations', { nextToken });
        return { rows: page.resourceShareInvitations ?? [], next: page.nextToken };
      }),
    ),
  ]);
  return { own, received, invitations: invitations ?? [] };
}

/** The shares that there are; deleted ones are shown for a while. */
const sharesOf = async (call: Call, resourceOwner: 'SELF' | 'OTHER-ACCOUNTS'): Promise<readonly ResourceShare[]> => {
  const all = await everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShares', { resourceOwner, nextToken });
    return { rows: page.resourceShares ?? [], next: page.nextToken };
  });
  return all.filter(({ status }) => status === 'ACTIVE');
};

const associationsOf = (call: Call, associationType: ResourceShareAssociationType) =>
  everyPage(async (nextToken) => {
    const page = await call('ram:GetResourceShareAssociations', { associationType, nextToken });
    return { rows: page.resourceShareAssociations ?? [], next: page.nextToken };
  });

/** The account's own shares; those that hold other kinds of things only are left out. */
async function readOwn(reader: Reader): Promise<readonly ShareCopy[]> {
  const shares = await reader.read('resource shares', 'ram:GetResourceShares', (call) => sharesOf(call, 'SELF'));
  if (shares === undefined || shares.length === 0) return [];
  const what = 'what is in resource shares';
  const within = await reader.read(what, 'ram:GetResourceShareAssociations', (call) =>
    Promise.all([associationsOf(call, 'RESOURCE'), associationsOf(call, 'PRINCIPAL')]),
  );
  const [resources, principals] = within ?? [[], []];
  return shares.flatMap((share) => {
    const inside = resources.filter(({ resourceShareArn: arn }) => arn === share.resourceShareArn);
    const known = inside.filter(({ associatedEntity = '' }) => parseShareable(associatedEntity) !== undefined);
    if (inside.length > 0 && known.length === 0) return [];
    return {
      share,
      resources: known,
      principals: principals.filter(({ resourceShareArn: arn }) => arn === share.resourceShareArn),
    };
  });
}

/** Shares of other accounts by which this one may use something. */
async function readReceived(reader: Reader): Promise<readonly ReceivedCopy[]> {
  const resourceOwner = 'OTHER-ACCOUNTS';
  const [shares, resources, owners] = await Promise.all([
    reader.read('resource shares of others', 'ram:GetResourceShares', (call) => sharesOf(call, resourceOwner)),
    reader.read('what others share', 'ram:ListResources', (call) =>
      everyPage(async (nextToken) => {
        const page = await call('ram:ListResources', { resourceOwner, nextToken });
        return { rows: page.resources ?? [], next: page.nextToken };
      }),
    ),
    reader.read('who shares', 'ram:ListPrincipals', (call) =>
      everyPage(async (nextToken) => {
        const page = await call('ram:ListPrincipals', { resourceOwner, nextToken });
        return { rows: page.principals ?? [], next: page.nextToken };
      }),
    ),
  ]);
  return (shares ?? []).flatMap((share) => {
    const { resourceShareArn: arn } = share;
    const inside = (resources ?? []).flatMap((one) => (one.resourceShareArn === arn ? (one.arn ?? []) : []));
    const known = inside.filter((each) => parseShareable(each) !== undefined);
    const owner = owners?.find((one) => one.resourceShareArn === arn);
    return known.length === 0 ? [] : { share, resources: known, external: owner?.external ?? true };
  });
}
