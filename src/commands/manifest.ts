import type { Noun } from './types.ts';

/** Every noun with its summary; what it can do loads only for the noun that was typed. */
export const NOUNS: readonly Noun[] = [
  {
    name: 'config',
    aliases: ['configuration', 'license-configuration'],
    summary: 'license configurations: what an agreement counts, its limit and its rules',
    load: async () => (await import('./config/manifest.ts')).manifest,
    everyday: async () => (await import('./config/everyday.ts')).everyday,
  },
  {
    name: 'ami',
    aliases: ['image'],
    summary: 'images, and which license configurations they fall under',
    load: async () => (await import('./ami/manifest.ts')).manifest,
  },
  {
    name: 'check',
    summary: 'what would be blocked by a licence, and why, before it is launched',
    load: async () => (await import('./check/manifest.ts')).manifest,
  },
  {
    name: 'instance',
    summary: 'launch, start, stop and change instances',
    load: async () => (await import('./instance/manifest.ts')).manifest,
  },
  {
    name: 'template',
    aliases: ['launch-template'],
    summary: 'launch templates',
    load: async () => (await import('./template/manifest.ts')).manifest,
  },
  {
    name: 'host',
    aliases: ['dedicated-host'],
    summary: 'Dedicated Hosts and their free cores',
    load: async () => (await import('./host/manifest.ts')).manifest,
  },
  {
    name: 'hrg',
    aliases: ['host-resource-group'],
    summary: 'host resource groups: Dedicated Hosts that launches fill and open by themselves',
    load: async () => (await import('./hrg/manifest.ts')).manifest,
  },
  {
    name: 'convert',
    summary: 'change how instances are licensed, or where they run, without launching them anew',
    load: async () => (await import('./convert/manifest.ts')).manifest,
  },
  {
    name: 'inventory',
    summary: 'what instances report to Systems Manager Inventory',
    load: async () => (await import('./inventory/manifest.ts')).manifest,
  },
  {
    name: 'report',
    aliases: ['report-generator'],
    summary: 'reports on licences that come every day, week or month, and the usage report now',
    load: async () => (await import('./report/manifest.ts')).manifest,
  },
  {
    name: 'share',
    aliases: ['resource-share'],
    summary: 'what is shared between accounts, and invitations to it',
    load: async () => (await import('./share/manifest.ts')).manifest,
  },
  {
    name: 'org',
    aliases: ['organization'],
    summary: 'the organization: its accounts, and the services it trusts',
    load: async () => (await import('./org/manifest.ts')).manifest,
  },
  {
    name: 'local',
    summary: 'the embedded engine: sandboxes, their clock, accounts and scenarios',
    load: async () => (await import('./local/manifest.ts')).manifest,
  },
  {
    name: 'explain',
    summary: 'what a constraint says, where it comes from and how to satisfy it',
    load: async () => (await import('./explain/manifest.ts')).manifest,
  },
  {
    name: 'constraints',
    summary: 'every constraint that lm checks',
    load: async () => (await import('./constraints/manifest.ts')).manifest,
  },
  {
    name: 'whoami',
    summary: 'which backend, account and Region a command would act on, and why',
    load: async () => (await import('./whoami/manifest.ts')).manifest,
  },
  {
    name: 'context',
    summary: 'named sets of backend, sandbox, account and Region',
    load: async () => (await import('./context/manifest.ts')).manifest,
  },
  {
    name: 'completion',
    summary: 'completion for bash, zsh, fish and PowerShell',
    load: async () => (await import('./completion/manifest.ts')).manifest,
  },
  {
    name: 'help',
    summary: 'help on a command or a topic',
    load: async () => (await import('./help/manifest.ts')).manifest,
  },
];
