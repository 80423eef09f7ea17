import { ec2Guide, guide, model, note, TERMS } from './sources.ts';

/** How Dedicated Hosts behave where nothing is refused. */
export const hostNotes = {
  'host-allocate-defaults': note({
    statement: 'Auto-placement and host recovery are off unless asked for.',
    source: model('AllocateHosts', 'AutoPlacement'),
    basis: 'model',
  }),
  'host-properties': note({
    statement: 'A host shows its cores, sockets, vCPUs, family or type, and what room is left.',
    source: model('DescribeHosts', 'HostProperties'),
    basis: 'model',
  }),
  'host-affinity-restart': note({
    statement: 'With affinity host a machine starts on its host again; otherwise on any that suits.',
    source: ec2Guide('How Dedicated Hosts work'),
    basis: 'external',
  }),
  'host-released-final': note({
    statement: 'A released host stays visible as released, and its id is not used again.',
    source: model('ReleaseHosts', 'HostIds'),
    basis: 'model',
  }),
  'host-release-keeps-affinity': note({
    statement: 'Releasing a host does not free licences that an affinity period ties to it.',
    source: TERMS,
    basis: 'reading',
  }),
  'host-unused-definition': note({
    statement: 'A host is unused when no machine runs on it, even if stopped ones point to it.',
    source: guide('Host resource groups in AWS License Manager'),
    basis: 'stated',
  }),
};
