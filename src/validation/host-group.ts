import type { GroupConfigurationItem } from '@aws-sdk/client-resource-groups';

/** The two configuration types that make a resource group a host resource group. */
export const HOST_MANAGEMENT = 'AWS::EC2::HostManagement';
export const GENERIC = 'AWS::ResourceGroups::Generic';

/** The parameters of `AWS::EC2::HostManagement` (AWS Resource Groups API reference, service configurations). */
export type HostManagementParameter =
  | 'allowed-host-families'
  | 'allowed-host-based-license-configurations'
  | 'any-host-based-license-configuration'
  | 'auto-allocate-host'
  | 'auto-release-host'
  | 'auto-host-recovery'
  | 'host-limit';

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
  const management = items.find((item) => item.Type === HOST_MANAGEMENT);
  const values = (name: HostManagementParameter): readonly string[] | undefined =>
    management?.Parameters?.find((parameter) => parameter.Name === name)?.Values;
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
