import { row } from '../../contract/constraint.ts';
import { EXIT } from '../../contract/exit.ts';
import { anyOf, fewOf } from '../words.ts';
import { model, RAM, RAM_ANSWER, RAM_CHANGE, RAM_MAKE, when } from './sources.ts';

/** The form of requests to RAM: what goes together, and what one kind of resource cannot have. */
export const shareRequestRows = {
  'share-permission-unknown': row({
    ...RAM,
    statement: "License configurations and host resource groups are shared under AWS's own permission for their type.",
    source: model('CreateResourceShare', 'permissionArns'),
    basis: 'reading',
    exit: EXIT.notFound,
    fault: 'UnknownResourceException',
    operations: ['ram:CreateResourceShare'],
    message: (a) => `there is no permission ${a.arn} for what is shared here`,
    fix: (a) => [`leave permissionArns out, or use ${anyOf(a.allowed)}`],
    check: (s: { readonly permissionArns?: readonly string[]; readonly allowed: readonly string[] }) =>
      (s.permissionArns ?? []).flatMap((arn) => when(!s.allowed.includes(arn), { arn, allowed: s.allowed })),
  }),
  'share-no-sources': row({
    ...RAM,
    statement: 'Sources narrow service principals, to which license configurations and host groups cannot be given.',
    source: model('CreateResourceShare', 'sources'),
    basis: 'model',
    operations: [...RAM_MAKE, 'ram:DisassociateResourceShare'],
    message: (a) => `sources were given (${fewOf(a.sources)}), but no service principal`,
    fix: () => ['leave sources out'],
    check: ({ sources = [] }: { readonly sources?: readonly string[] }) => when(sources.length > 0, { sources }),
  }),
  'share-client-token': row({
    ...RAM,
    statement: 'A client token has 1 to 64 characters.',
    source: model('CreateResourceShare', 'InvalidClientTokenException'),
    basis: 'reading',
    fault: 'InvalidClientTokenException',
    operations: ['ram:CreateResourceShare', ...RAM_CHANGE, ...RAM_ANSWER],
    message: (a) => `the client token has ${a.found} characters, allowed 1 to 64`,
    fix: () => ['use a UUID, or leave it out'],
    check: ({ clientToken }: { readonly clientToken?: string }) =>
      when(clientToken !== undefined && (clientToken === '' || clientToken.length > 64), {
        found: clientToken?.length ?? 0,
      }),
  }),
  'share-update-empty': row({
    ...RAM,
    statement: 'An update of a resource share names what is to change.',
    source: model('UpdateResourceShare', 'MissingRequiredParameterException'),
    basis: 'model',
    fault: 'MissingRequiredParameterException',
    operations: ['ram:UpdateResourceShare'],
    message: () => 'neither a name nor allowExternalPrincipals was given',
    fix: () => ['give one of the two'],
    check: (s: { readonly name?: string; readonly allowExternalPrincipals?: boolean }) =>
      when(s.name === undefined && s.allowExternalPrincipals === undefined, {}),
  }),
  'share-entities-empty': row({
    ...RAM,
    statement: 'Adding to a resource share or taking from it names resources or principals.',
    source: model('AssociateResourceShare', 'InvalidParameterException'),
    basis: 'reading',
    operations: ['ram:AssociateResourceShare', 'ram:DisassociateResourceShare'],
    message: () => 'neither resources nor principals were given',
    fix: () => ['give resourceArns, principals or both'],
    check: (s: { readonly resourceArns?: readonly string[]; readonly principals?: readonly string[] }) =>
      when((s.resourceArns ?? []).length + (s.principals ?? []).length === 0, {}),
  }),
  'share-association-filter': row({
    ...RAM,
    statement: 'A listing of principals is not narrowed by a resource, nor one of resources by a principal.',
    source: model('GetResourceShareAssociations', 'associationType'),
    basis: 'model',
    operations: ['ram:GetResourceShareAssociations'],
    message: (a) => `${a.member} cannot be given with the association type ${a.type}`,
    fix: (a) => [`leave ${a.member} out`],
    check: (s: { readonly associationType?: string; readonly resourceArn?: string; readonly principal?: string }) => [
      ...when(s.associationType === 'PRINCIPAL' && s.resourceArn !== undefined, {
        member: 'resourceArn',
        type: 'PRINCIPAL',
      }),
      ...when(s.associationType === 'RESOURCE' && s.principal !== undefined, { member: 'principal', type: 'RESOURCE' }),
    ],
  }),
  'share-list-type': row({
    ...RAM,
    statement: 'A listing knows the resource types that can be shared.',
    source: model('ListResources', 'resourceType'),
    basis: 'model',
    fault: 'InvalidResourceTypeException',
    operations: ['ram:ListResources', 'ram:ListPrincipals'],
    message: (a) => `${a.found} is not a resource type that is shared here`,
    fix: (a) => [`use ${anyOf(a.allowed)}`],
    check: ({ resourceType, allowed }: { readonly resourceType?: string; readonly allowed: readonly string[] }) =>
      when(resourceType !== undefined && !allowed.includes(resourceType), { found: resourceType ?? '', allowed }),
  }),
};
