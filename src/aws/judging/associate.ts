import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { ConfigurationFact, World } from '../../contract/world.ts';
import { parseResourceArn, type ResourceRef } from '../../validation/arns.ts';
import { check } from '../../validation/catalogue/index.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { decideAssociate, decideAttachHost } from '../../validation/licensing/decide-associate.ts';
import { type Asking, decideOver } from '../asking.ts';
import { broken, type Judged } from './judged.ts';

type AssociateInput = Input<'license-manager:UpdateLicenseSpecificationsForResource'>;

/** UpdateLicenseSpecificationsForResource: what may be attached to what, and what a running machine or a host takes at once. */
export async function judgeAssociate(input: AssociateInput, asking: Asking): Promise<Judged> {
  const { ResourceArn } = input;
  const target = [
    ...check('launch-template-not-via-lm', { ResourceArn }),
    ...check('config-associate-target-kinds', { ResourceArn }),
  ];
  const resource = parseResourceArn(ResourceArn ?? '');
  if (target.length > 0 || resource.kind === 'other') return broken(target.slice(0, 1));
  return decideOver(asking, (world) => associate(input, resource, world));
}

type Target = Extract<ResourceRef, { readonly id: string }>;

function associate(input: AssociateInput, resource: Target, world: World): Judged {
  const facts = new Facts();
  const arns = [...new Set((input.AddLicenseSpecifications ?? []).flatMap((one) => one.LicenseConfigurationArn ?? []))];
  const present = facts.value(world.associations(input.ResourceArn ?? ''), `what ${resource.id} is under`) ?? [];
  const limit = facts.value(world.quota('configurations-per-resource'), 'the quota of configurations per resource');
  const named = arns.map((arn) => ({ arn, fact: facts.value(world.configuration(arn), arn) }));
  if (facts.isOpen) return { ...broken([]), verdict: 'unknown', notChecked: facts.open };
  const guards = named.flatMap(({ arn, fact }) => usable(arn, fact, world));
  if (guards.length > 0) return broken(guards);
  const leaving = new Set((input.RemoveLicenseSpecifications ?? []).map((one) => one.LicenseConfigurationArn));
  const staying = present.filter((arn) => !leaving.has(arn));
  const adding = named.flatMap(({ arn, fact }) => (staying.includes(arn) || fact === undefined ? [] : [fact]));
  const quota = { resource: resource.id, existing: staying.length, adding: adding.length, limit: limit ?? 0 };
  const full = check('quota-configurations-per-resource-10', quota);
  return full.length > 0 ? broken(full) : onto(resource, adding, world, facts, input);
}

function usable(arn: string, fact: ConfigurationFact | undefined, world: World): readonly Violation[] {
  if (fact === undefined) return check('launch-unknown-config', { LicenseConfigurationArn: arn, found: false });
  const { name, ownerId, accessible, status } = fact;
  return [
    ...check('config-share-use-precondition', {
      configuration: name,
      ownerId,
      accountId: world.caller.account,
      accessible,
    }),
    ...check('config-deactivate-association-refused', { configuration: name, status }),
  ];
}

function onto(
  resource: Target,
  adding: readonly ConfigurationFact[],
  world: World,
  facts: Facts,
  input: AssociateInput,
): Judged {
  if (resource.kind === 'EC2_AMI') return ontoImage(resource.id, world, facts, input);
  if (resource.kind === 'EC2_HOST') {
    const host = facts.value(world.host(resource.id), `host ${resource.id}`);
    if (facts.isOpen) return { ...broken([]), verdict: 'unknown', notChecked: facts.open };
    if (host === undefined) return broken(check('host-not-found', { hostId: resource.id, found: false }));
    const { violations, alerts } = decideAttachHost(host, adding);
    return broken(violations, alerts);
  }
  const instance = facts.value(world.instance(resource.id), `instance ${resource.id}`);
  if (facts.isOpen) return { ...broken([]), verdict: 'unknown', notChecked: facts.open };
  if (instance === undefined) return broken(check('ec2-instance-not-found', { instanceId: resource.id, found: false }));
  const state = check('config-associate-state', { resource: resource.id, state: instance.state });
  if (state.length > 0) return broken(state);
  if (instance.state !== 'running' || adding.length === 0) return broken([]);
  const decision = decideAssociate(instance, adding, world);
  return { ...decision, plans: [decision.plan] };
}

function ontoImage(imageId: string, world: World, facts: Facts, input: AssociateInput): Judged {
  const image = facts.value(world.image(imageId), `AMI ${imageId}`);
  if (facts.isOpen) return { ...broken([]), verdict: 'unknown', notChecked: facts.open };
  const owned = image?.ownerId === world.caller.account;
  const scopes = (input.AddLicenseSpecifications ?? []).flatMap(({ AmiAssociationScope }) => [
    ...check('ami-scope-value', { AmiAssociationScope }),
    ...check('ami-shared-scope-current', { imageId, owned, AmiAssociationScope }),
  ]);
  return broken([...check('ami-accessible-only', { imageId, accessible: image !== undefined }), ...scopes]);
}
