import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { didYouMean } from '../words.ts';
import { EC2_ERRORS, EC2_REFUSED, model, when } from './sources.ts';

const EC2 = { ...EC2_REFUSED, source: EC2_ERRORS, basis: 'external' } as const;
const READ = ['ec2:RunInstances', 'ec2:DescribeLaunchTemplateVersions'] as const;
const ONE = [
  'ec2:DescribeLaunchTemplateVersions',
  'ec2:CreateLaunchTemplateVersion',
  'ec2:DeleteLaunchTemplate',
] as const;

const NAME = /^[a-zA-Z0-9().\-/_]{3,128}$/;

/** What EC2 demands of launch templates. The ARNs of license configurations in them are judged as those of a launch. */
export const templateRows = {
  'template-not-found': row({
    ...EC2,
    statement: 'A launch template that is named exists in the account and Region.',
    exit: EXIT.notFound,
    fault: 'InvalidLaunchTemplateName.NotFoundException',
    operations: [...READ, 'ec2:CreateLaunchTemplateVersion', 'ec2:DeleteLaunchTemplate', 'ec2:DescribeLaunchTemplates'],
    message: (a) => `there is no launch template ${a.template} in this account and Region`,
    fix: (a) => [...didYouMean(a.nearest), 'lm template list shows the launch templates'],
    check: (s: { readonly template: string; readonly found: boolean; readonly nearest?: readonly string[] }) =>
      when(!s.found, { template: s.template, nearest: s.nearest ?? [] }),
  }),
  'template-version-not-found': row({
    ...EC2,
    statement: 'A version of a launch template that is named exists.',
    exit: EXIT.notFound,
    fault: 'InvalidLaunchTemplateId.VersionNotFound',
    operations: [...READ, 'ec2:CreateLaunchTemplateVersion'],
    message: (a) => `launch template ${a.template} has no version ${a.version}`,
    fix: (a) => [`lm template show ${a.template} lists the versions`, 'or use $Latest or $Default'],
    check: (s: { readonly template: string; readonly version: string; readonly found: boolean }) =>
      when(!s.found, { template: s.template, version: s.version }),
  }),
  'template-name-in-use': row({
    ...EC2,
    statement: "A launch template's name is unique in its account and Region.",
    exit: EXIT.conflict,
    fault: 'InvalidLaunchTemplateName.AlreadyExistsException',
    operations: ['ec2:CreateLaunchTemplate'],
    message: (a) => `the launch template ${a.name} exists already`,
    fix: (a) => ['choose another name', `or make a new version of it: lm template create ${a.name} --new-version`],
    check: (s: { readonly LaunchTemplateName?: string; readonly taken: boolean }) =>
      when(s.taken, { name: s.LaunchTemplateName ?? '' }),
  }),
  'template-name-syntax': row({
    ...EC2,
    statement: "A launch template's name has 3 to 128 letters, digits and ( ) . - / _ characters.",
    source: model('CreateLaunchTemplateVersion', 'LaunchTemplateName'),
    basis: 'model',
    fault: 'InvalidLaunchTemplateName.MalformedException',
    operations: ['ec2:CreateLaunchTemplate'],
    message: (a) => `"${a.name}" is not a name for a launch template (${a.length} characters)`,
    fix: () => ['use 3 to 128 letters, digits and ( ) . - / _'],
    check: ({ LaunchTemplateName: name = '' }: { readonly LaunchTemplateName?: string }) =>
      when(!NAME.test(name), { name, length: [...name].length }),
  }),
  'template-id-or-name': row({
    ...EC2,
    statement: 'A launch template is named by its id or by its name, not both.',
    source: model('CreateLaunchTemplateVersion', 'LaunchTemplateId'),
    basis: 'model',
    fault: 'InvalidParameterCombination',
    operations: ONE,
    message: (a) =>
      a.id === null
        ? 'no launch template was named'
        : `a launch template was named by id, ${a.id}, and by name, ${a.name}`,
    fix: () => ['give LaunchTemplateId or LaunchTemplateName, one of them'],
    check: ({ LaunchTemplateId: id, LaunchTemplateName: name }: TemplateSubject) =>
      when((id === undefined) === (name === undefined), { id: id ?? null, name: name ?? null }),
  }),
};

export type TemplateSubject = { readonly LaunchTemplateId?: string; readonly LaunchTemplateName?: string };
