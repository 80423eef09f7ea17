import type { NotChecked } from '../../../contract/decision.ts';
import type { ChangeStep } from '../../../contract/plan.ts';
import { isMembers, listOf, membersOf } from '../open.ts';
import type { TemplateDocument, TemplateResource } from './document.ts';

/** Macros of AWS that add no machine, or whose functions are read (or named as not read) where they stand. */
const KNOWN = /^AWS::(Serverless-|SecretsManager-|CodeDeployBlueGreen|LanguageExtensions)/;
const MACRO = { what: 'a macro', why: 'rewrites the template in a way that lm does not read' };

const LOOP = { what: 'a loop', why: 'makes resources that lm does not write out' };
const MODULE = { what: 'a module', why: 'holds resources that stand elsewhere' };

/** Whether a resource of this type is one that `lm` looks at. */
type Concerns = (type: string) => boolean;

/** What macros and loops make of a template is not known: one open step for each that may make machines. */
export function rewritings(document: TemplateDocument, file: string, concerns: Concerns): readonly ChangeStep[] {
  const whole = document.transforms
    .filter((name) => !KNOWN.test(name))
    .map((name) => open(`Transform ${name}`, file, MACRO));
  return [...whole, ...document.resources.flatMap((resource) => rewritten(resource, file, concerns))];
}

function rewritten(resource: TemplateResource, file: string, concerns: Concerns): readonly ChangeStep[] {
  const { id, type, written, line, column } = resource;
  const why = (): NotChecked | undefined => {
    if (id.startsWith('Fn::ForEach')) {
      return typesIn(written).some(concerns) ? LOOP : undefined;
    }
    if (id.startsWith('Fn::') || 'Fn::Transform' in membersOf(written)) return MACRO;
    if (type === '') return { what: 'the resource', why: 'has no Type' };
    return type.endsWith('::MODULE') ? MODULE : undefined;
  };
  const said = why();
  return said === undefined ? [] : [open(id, file, said, { line, column })];
}

const open = (address: string, file: string, why: NotChecked, place: object = {}): ChangeStep => ({
  kind: 'change',
  address,
  type: address.split(' ')[0] ?? address,
  place: { file, ...place },
  change: undefined,
  open: [why],
});

/** Every `Type` at any depth. */
function typesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (!isMembers(value)) return [];
  const own = typeof value.Type === 'string' ? [value.Type] : [];
  return [...own, ...Object.values(value).flatMap(typesIn)];
}

/** The names in the section Transform: a text, a list, or a macro with parameters. */
export const transformsOf = (section: unknown): readonly string[] =>
  listOf(section).map((one) => String(isMembers(one) ? (one.Name ?? 'without a name') : one));
