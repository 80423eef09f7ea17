import type { Scope } from '../../../../src/contract/ports.ts';
import { groupArn, hostArn } from '../../../../src/validation/arns.ts';
import { type HostGroupSettings, hostGroupItems } from '../../../../src/validation/host-group.ts';
import { ACCOUNT, REGION } from '../../../support/sandbox.ts';
import { stage } from '../ec2/support.ts';

export const HOME: Scope = { account: ACCOUNT, region: REGION };
export const SECOND = 1000;

const DEFAULTS: HostGroupSettings = {
  families: undefined,
  configurations: undefined,
  autoAllocate: false,
  autoRelease: false,
  autoRecover: false,
  hostLimit: undefined,
};

/** The items of a group that allows everything, but for what is changed. */
export const items = (change: Partial<HostGroupSettings> = {}) => hostGroupItems({ ...DEFAULTS, ...change });

/** A sandbox with short ways to groups and their hosts. */
export function groupStage() {
  const s = stage();
  const group = (name: string) => groupArn(HOME, name);
  const arns = (ids: readonly string[]) => ids.map((id) => hostArn(HOME, id));
  return {
    ...s,
    group,
    create: (Name: string, change: Partial<HostGroupSettings> = {}) =>
      s.call('resource-groups:CreateGroup', { Name, Configuration: items(change) }),
    put: (Group: string, change: Partial<HostGroupSettings> = {}) =>
      s.call('resource-groups:PutGroupConfiguration', { Group, Configuration: items(change) }),
    add: (Group: string, ...ids: string[]) =>
      s.call('resource-groups:GroupResources', { Group, ResourceArns: arns(ids) }),
    remove: (Group: string, ...ids: string[]) =>
      s.call('resource-groups:UngroupResources', { Group, ResourceArns: arns(ids) }),
    async settings(Group: string) {
      return (await s.call('resource-groups:GetGroupConfiguration', { Group })).GroupConfiguration;
    },
    /** The hosts of a group, those that are joining with a question mark. */
    async members(Group: string): Promise<readonly string[]> {
      const { Resources = [] } = await s.call('resource-groups:ListGroupResources', { Group });
      return Resources.map(({ Identifier, Status }) => {
        const id = (Identifier?.ResourceArn ?? '').replace(/^.*\//, '');
        return Status?.Name === 'PENDING' ? `${id}?` : id;
      });
    },
  };
}
