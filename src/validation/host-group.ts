import type { GroupConfigurationItem } from '@aws-sdk/client-resource-groups';

/** The two configuration types that make a resource group a host resource group. */
export const HOST_MANAGEMENT = 'AWS::EC2::HostManagement';
export const GENERIC = 'AWS::ResourceGroups::Generic';

/** What the item GENERIC of a host resource group says: only hosts are members, and it is deleted only when empty. */
export const MEMBERS = 'AWS::EC2::Host';
export const PROTECTION = 'UNLESS_EMPTY';

/** The parameters that are on or off. */
export const SWITCHES = [
  'any-host-based-license-configuration',
  'auto-allocate-host',
  'auto-release-host',
  'auto-host-recovery',
] as const;

/** The parameters of `AWS::EC2::HostManagement` (AWS Resource Groups API reference, service configurations). */
export const PARAMETERS = [
  'allowed-host-families',
  'allowed-host-based-license-configurations',
  ...SWITCHES,
  'host-limit',
] as const;
export type HostManagementParameter = (typeof PARAMETERS)[number];

/** The values of a parameter, in whichever item it stands; undefined where no item has it. */
export const parameterValues = (
  items: readonly GroupConfigurationItem[],
  name: string,
): readonly string[] | undefined =>
  items.flatMap((item) => item.Parameters ?? []).find((parameter) => parameter.Name === name)?.Values;

/** What the configuration of a host resource group says. */
export interface HostGroupSettings {
  /** Undefined where the group takes every family that Dedicated Hosts support. */
  readonly families: readonly string[] | undefined;
  /** ARNs; undefined where any Core or Socket configuration may be used. */
  readonly configurations: readonly string[] | undefined;
  readonly autoAllocate: boolean;
  readonly autoRelease: boolean;
  readonly autoRecover: boolean;
  /** The most hosts it may hold. Not a parameter of AWS's: the guide speaks of such a limit, and a sandbox keeps one. */
  readonly hostLimit: number | undefined;
}

/** Reads the settings out of configuration items that were accepted; an absent switch is off. */
export function hostGroupSettings(items: readonly GroupConfigurationItem[]): HostGroupSettings {
  const values = (name: HostManagementParameter): readonly string[] | undefined => parameterValues(items, name);
  const isOn = (name: HostManagementParameter): boolean => values(name)?.[0] === 'true';
  const families = values('allowed-host-families');
  const limit = values('host-limit')?.[0];
  return {
    families: families === undefined || families.length === 0 ? undefined : families,
    configurations: isOn('any-host-based-license-configuration')
      ? undefined
      : (values('allowed-host-based-license-configurations') ?? []),
    autoAllocate: isOn('auto-allocate-host'),
    autoRelease: isOn('auto-release-host'),
    autoRecover: isOn('auto-host-recovery'),
    hostLimit: limit === undefined ? undefined : Number(limit),
  };
}

/** The configuration items that say these settings: what `hostGroupSettings` reads back. Switches that are off are written too. */
export function hostGroupItems(settings: HostGroupSettings): GroupConfigurationItem[] {
  const { families, configurations, autoAllocate, autoRelease, autoRecover, hostLimit } = settings;
  const parameter = (Name: HostManagementParameter, Values: readonly string[] | undefined) =>
    Values === undefined ? [] : [{ Name, Values: [...Values] }];
  const isOn = (on: boolean) => [on ? 'true' : 'false'];
  const Parameters = [
    ...parameter('auto-allocate-host', isOn(autoAllocate)),
    ...parameter('auto-release-host', isOn(autoRelease)),
    ...parameter('auto-host-recovery', isOn(autoRecover)),
    ...parameter('allowed-host-families', families),
    ...parameter('allowed-host-based-license-configurations', configurations),
    ...parameter('any-host-based-license-configuration', configurations === undefined ? ['true'] : undefined),
    ...parameter('host-limit', hostLimit === undefined ? undefined : [`${hostLimit}`]),
  ];
  return [
    { Type: HOST_MANAGEMENT, Parameters },
    {
      Type: GENERIC,
      Parameters: [
        { Name: 'allowed-resource-types', Values: [MEMBERS] },
        { Name: 'deletion-protection', Values: [PROTECTION] },
      ],
    },
  ];
}
