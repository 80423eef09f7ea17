import type { TagSpecification } from '@aws-sdk/client-ec2';
import type { Violation } from '../../contract/decision.ts';
import type { Input } from '../../contract/operations.ts';
import type { World } from '../../contract/world.ts';
import { check } from '../../validation/catalogue/index.ts';
import { Asking as Facts } from '../../validation/licensing/ask.ts';
import { tagViolations } from '../../validation/tags.ts';
import { type Asking, decideOver } from '../asking.ts';
import { broken, type Judged } from './judged.ts';
import { judgeCaptured } from './machines.ts';
import { judgeSpecified } from './placing.ts';

/** Tags that a request gives to what it makes. */
export const given = (kind: string, specifications: readonly TagSpecification[] | undefined): readonly Violation[] =>
  tagViolations(specifications?.find((one) => one.ResourceType === kind)?.Tags);

/** RegisterImage: a name that no other AMI of the account has, and tags. */
export const judgeRegister = (input: Input<'ec2:RegisterImage'>, asking: Asking): Promise<Judged> =>
  judgeNew(input.Name, input.TagSpecifications, asking);

/** ImportImage: who licenses the system, tags, and the configurations it is to come under. The disk itself is AWS's to judge. */
export async function judgeImport(input: Input<'ec2:ImportImage'>, asking: Asking): Promise<Judged> {
  const form = [
    ...check('ami-import-values', input),
    ...check('ami-import-operation', input),
    ...given('import-image-task', input.TagSpecifications),
  ];
  return form.length > 0 ? broken(form) : judgeSpecified(input.LicenseSpecifications, asking);
}

/** CreateImage: the same, of a machine that there still is; the image is not tracked as the machine is. */
export async function judgeCapture(input: Input<'ec2:CreateImage'>, asking: Asking): Promise<Judged> {
  const machine = await judgeCaptured(input, asking);
  if (machine.verdict !== 'allowed') return machine;
  const made = await judgeNew(input.Name, input.TagSpecifications, asking);
  if (made.violations.length > 0) return made;
  const { InstanceId: instanceId = '' } = input;
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const instance = facts.value(world.instance(instanceId), `instance ${instanceId}`);
    const configurations = namesOf(instance?.configurations ?? [], world, facts);
    if (facts.isOpen) return { ...broken([]), verdict: 'unknown', notChecked: facts.open };
    return broken([], check('ami-derived-escapes', { instanceId, configurations }));
  });
}

/** CopyImage: the same, and what is copied must be usable where it is here; a copy is not tracked as its source is. */
export async function judgeCopy(input: Input<'ec2:CopyImage'>, asking: Asking): Promise<Judged> {
  const { SourceImageId: imageId = '', SourceRegion = asking.scope.region } = input;
  const made = await judgeNew(input.Name, input.TagSpecifications, asking);
  // An AMI of another Region can be read there alone.
  if (SourceRegion !== asking.scope.region || made.violations.length > 0) return made;
  return judgeImage(imageId, asking, (_, configurations) => ({
    violations: [],
    alerts: check('ami-copy-escapes', { imageId, configurations }),
  }));
}

/** DeregisterImage and ModifyImageAttribute: of an AMI that is the caller's own. */
export const judgeOwn = ({ ImageId: imageId = '' }: { readonly ImageId?: string | undefined }, asking: Asking) =>
  judgeImage(imageId, asking, (ownerId) => ({
    violations: check('ami-owner-only', { imageId, ownerId, accountId: asking.scope.account }),
    alerts: [],
  }));

async function judgeNew(
  name: string | undefined,
  specifications: readonly TagSpecification[] | undefined,
  { call }: Asking,
): Promise<Judged> {
  const Filters = [{ Name: 'name', Values: [name ?? ''] }];
  const { Images = [] } = await call('ec2:DescribeImages', { Owners: ['self'], Filters });
  const used = check('ami-name-in-use', { name: name ?? '', usedBy: Images[0]?.ImageId });
  return broken(used.length > 0 ? used : given('image', specifications));
}

function judgeImage(
  imageId: string,
  asking: Asking,
  then: (ownerId: string, names: readonly string[]) => Pick<Judged, 'violations' | 'alerts'>,
): Promise<Judged> {
  return decideOver(asking, (world) => {
    const facts = new Facts();
    const image = facts.value(world.image(imageId), `AMI ${imageId}`);
    const names = namesOf(image?.configurations ?? [], world, facts);
    if (facts.isOpen) return { ...broken([]), verdict: 'unknown', notChecked: facts.open };
    const access = check('launch-ami-access', { imageId, accessible: image?.state === 'available' });
    const { violations, alerts } = then(image?.ownerId ?? '', names);
    return access.length > 0 ? broken(access) : broken(violations, alerts);
  });
}

const namesOf = (arns: readonly string[], world: World, facts: Facts): readonly string[] =>
  arns.flatMap((arn) => facts.value(world.configuration(arn), arn)?.name ?? []);
