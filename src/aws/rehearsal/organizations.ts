import type { ActionType, Handshake } from '@aws-sdk/client-organizations';
import type { Input, Output } from '../../contract/operations.ts';
import type { Asking } from '../asking.ts';
import type { Memory } from './memory.ts';

/** What changes of an organization would be answered with; no later step of the same command reads what they leave. */

export const organizationMade = (
  { FeatureSet = 'ALL' }: Input<'organizations:CreateOrganization'>,
  { scope }: Asking,
  memory: Memory,
): Output<'organizations:CreateOrganization'> => ({
  Organization: { Id: memory.id('o'), FeatureSet, MasterAccountId: scope.account },
});

export const accountAsked = (
  { AccountName }: Input<'organizations:CreateAccount'>,
  { now }: Asking,
  memory: Memory,
): Output<'organizations:CreateAccount'> => ({
  CreateAccountStatus: {
    Id: memory.id('car'),
    AccountName,
    State: 'IN_PROGRESS',
    RequestedTimestamp: new Date(now),
  },
});

export const invited = (
  { Target }: Input<'organizations:InviteAccountToOrganization'>,
  _asking: Asking,
  memory: Memory,
): Output<'organizations:InviteAccountToOrganization'> => ({
  Handshake: handshake('INVITE', memory.id('h'), Target === undefined ? [] : [Target]),
});

export const featuresAsked = (
  _input: object,
  { scope }: Asking,
  memory: Memory,
): Output<'organizations:EnableAllFeatures'> => ({
  Handshake: handshake('ENABLE_ALL_FEATURES', memory.id('h'), [{ Id: scope.account, Type: 'ACCOUNT' }]),
});

const handshake = (Action: ActionType, Id: string, Parties: Handshake['Parties']): Handshake => ({
  Id,
  Action,
  State: 'OPEN',
  Parties,
});
