import { check } from '../../../validation/catalogue/index.ts';
import { guard } from '../../../validation/guard.ts';
import { DEFAULT_PERMISSIONS } from '../../../validation/share-arns.ts';
import { TAG_CONSTRAINTS, tagViolations } from '../../../validation/tags.ts';
import { operation } from '../../operation.ts';
import { echoed, shareAnswer } from '../share.ts';
import { ADDED, addTo } from '../share-entities.ts';
import { fullTags } from '../tags.ts';

/** https://docs.aws.amazon.com/ram/latest/APIReference/API_CreateResourceShare.html */
export default operation({
  name: 'ram:CreateResourceShare',
  access: 'write',
  constraints: [
    'share-client-token',
    'client-token-mismatch',
    ...TAG_CONSTRAINTS,
    'share-permission-unknown',
    ...ADDED,
  ],
  token: (input) => input.clientToken,
  run(tx, input, context) {
    const { here, ids, now, scope } = context;
    const tags = fullTags((input.tags ?? []).map(({ key: Key, value: Value }) => ({ Key, Value })));
    guard(
      check('share-client-token', input),
      tagViolations(tags),
      check('share-permission-unknown', { ...input, allowed: Object.values(DEFAULT_PERMISSIONS) }),
    );
    const id = ids.uuid();
    here.shares.insert({
      id,
      name: input.name ?? '',
      external: input.allowExternalPrincipals ?? true,
      retain: input.resourceShareConfiguration?.retainSharingOnAccountLeaveOrganization ?? false,
      createdAt: now,
    });
    const share = here.shares.find(id);
    if (share === undefined) throw new TypeError('the share was made just now');
    addTo(tx, share, input, context);
    tx.tags.put([id], tags);
    return { resourceShare: shareAnswer(tx, share, scope.account), ...echoed(input.clientToken) };
  },
});
