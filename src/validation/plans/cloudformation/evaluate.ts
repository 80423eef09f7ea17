import type { Scope } from '../../../contract/ports.ts';
import { partitionOf } from '../../arns.ts';
import { isMembers, listOf, type Members, membersOf, Open } from '../open.ts';
import type { TemplateDocument, TemplateResource } from './document.ts';

const AFTER = 'is known only when the stack is made';

/** Everything that intrinsic functions are answered from. */
export interface Surroundings {
  readonly document: TemplateDocument;
  /** Of every parameter: its value, or `Open` where nothing gives it one. */
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly scope: Scope;
}

type Function = (argument: unknown, evaluate: Evaluator) => unknown;

/**
 * Answers intrinsic functions where that is possible before the stack is made; all else is `Open`. What `AWS::NoValue` takes
 * away is undefined.
 */
export class Evaluator {
  readonly #conditions = new Map<string, unknown>();
  readonly #resources: ReadonlyMap<string, TemplateResource>;

  constructor(private readonly around: Surroundings) {
    this.#resources = new Map(around.document.resources.map((resource) => [resource.id, resource]));
  }

  value(written: unknown): unknown {
    const value = this.answered(written);
    return typeof value === 'string' && value.includes('{{resolve:') ? new Open(AFTER) : value;
  }

  private answered(written: unknown): unknown {
    if (Array.isArray(written)) return written.map((one) => this.value(one)).filter((one) => one !== undefined);
    if (!isMembers(written)) return written;
    const macro = Object.keys(written).find((name) => name.startsWith('Fn::'));
    if (macro !== undefined && Object.keys(written).length > 1)
      return new Open(`uses ${macro}, which lm does not read`);
    const [only, ...more] = Object.entries(written);
    if (only !== undefined && more.length === 0) {
      const [name, argument] = only;
      if (name === 'Ref') return this.ref(String(argument));
      if (name === 'Condition' && typeof argument === 'string') return this.condition(argument);
      if (name.startsWith('Fn::')) return this.call(name, argument);
    }
    return Object.fromEntries(
      Object.entries(written).flatMap(([name, one]) => {
        const value = this.value(one);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** True, false, or open. A condition that names itself stays open. */
  condition(name: string): unknown {
    const known = this.#conditions.get(name);
    if (known !== undefined) return known;
    this.#conditions.set(name, new Open(`rests on the condition ${name}, which cannot be decided`));
    const written = this.around.document.conditions[name];
    const value =
      written === undefined ? new Open(`names a condition that the template lacks: ${name}`) : this.value(written);
    this.#conditions.set(name, value);
    return value;
  }

  mapping(path: readonly unknown[]): unknown {
    let at: unknown = this.around.document.mappings;
    for (const step of path) {
      if (step instanceof Open) return step;
      at = membersOf(at)[String(step)];
    }
    return at;
  }

  ref(name: string): unknown {
    const { region, account } = this.around.scope;
    const pseudo: Members = {
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::Partition': partitionOf(region),
      'AWS::URLSuffix': region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com',
    };
    if (name === 'AWS::NoValue') return undefined;
    if (Object.hasOwn(pseudo, name)) return pseudo[name];
    if (this.around.parameters.has(name)) return this.around.parameters.get(name);
    return this.#resources.has(name) ? this.attribute(name, 'Ref') : new Open(AFTER);
  }

  /** What stands for a template or host of the file until it exists: its logical id. */
  attribute(id: string, name: string): unknown {
    const type = this.#resources.get(id)?.type;
    if (type === 'AWS::EC2::LaunchTemplate') {
      if (name === 'LatestVersionNumber') return '$Latest';
      if (name === 'DefaultVersionNumber') return '$Default';
      if (name === 'Ref' || name === 'LaunchTemplateId') return id;
    }
    if (type === 'AWS::EC2::Subnet' && (name === 'Ref' || name === 'SubnetId')) return id;
    return type === 'AWS::EC2::Host' && (name === 'Ref' || name === 'HostId') ? id : new Open(AFTER);
  }

  private call(name: string, argument: unknown): unknown {
    return (
      FUNCTIONS[name]?.(argument, this) ??
      (FUNCTIONS[name] === undefined ? new Open(`uses ${name}, which lm does not read`) : undefined)
    );
  }
}

const FUNCTIONS: Readonly<Record<string, Function>> = {
  'Fn::GetAtt': (argument, evaluate) => {
    const [id, ...name] = typeof argument === 'string' ? argument.split('.') : listOf(argument).map(String);
    return evaluate.attribute(id ?? '', name.join('.'));
  },
  'Fn::Sub': (argument, evaluate) => substituted(argument, evaluate),
  'Fn::If': (argument, evaluate) => {
    const [condition, then, otherwise] = listOf(argument);
    const decided = evaluate.condition(String(condition));
    return decided instanceof Open ? decided : evaluate.value(decided === true ? then : otherwise);
  },
  'Fn::FindInMap': (argument, evaluate) => {
    const path = listOf(argument)
      .slice(0, 3)
      .map((one) => evaluate.value(one));
    return evaluate.mapping(path) ?? new Open(`is not in the mapping ${path.map(String).join('.')}`);
  },
  'Fn::Equals': (argument, evaluate) => known(argument, evaluate, ([one, other]) => String(one) === String(other)),
  'Fn::Not': (argument, evaluate) => known(argument, evaluate, ([one]) => one !== true),
  'Fn::And': (argument, evaluate) => decisive(argument, evaluate, false),
  'Fn::Or': (argument, evaluate) => decisive(argument, evaluate, true),
  'Fn::Join': (argument, evaluate) => {
    const [separator, parts] = listOf(argument);
    return known(evaluate.value(parts), evaluate, (texts) => texts.map(String).join(String(separator)));
  },
  'Fn::Select': (argument, evaluate) => {
    const [at, from] = listOf(argument).map((one) => evaluate.value(one));
    if (at instanceof Open || from instanceof Open) return at instanceof Open ? at : from;
    return listOf(from)[Number(at)] ?? new Open('selects what is not in the list');
  },
  'Fn::Split': (argument, evaluate) => known(argument, evaluate, ([by, text]) => String(text).split(String(by))),
  'Fn::Base64': (argument, evaluate) => evaluate.value(argument),
};

/** The function over its arguments, unless one of them is open. */
function known(argument: unknown, evaluate: Evaluator, work: (values: readonly unknown[]) => unknown): unknown {
  const values = listOf(argument instanceof Open ? [argument] : evaluate.value(argument));
  return values.find((value) => value instanceof Open) ?? work(values);
}

/** And and Or: one false, or one true, decides whatever else is open. */
function decisive(argument: unknown, evaluate: Evaluator, deciding: boolean): unknown {
  const values = listOf(argument).map((one) => evaluate.value(one));
  if (values.includes(deciding)) return deciding;
  return values.find((value) => value instanceof Open) ?? !deciding;
}

function substituted(argument: unknown, evaluate: Evaluator): unknown {
  const [text, own] = typeof argument === 'string' ? [argument, {}] : listOf(argument);
  const variables = membersOf(own);
  let open: Open | undefined;
  const filled = String(text).replace(/\$\{(!?)([^}]*)\}/g, (whole, literal: string, written: string) => {
    if (literal === '!') return `\${${written}}`;
    const name = written.trim();
    const [id = '', ...attribute] = name.split('.');
    const value = Object.hasOwn(variables, name)
      ? evaluate.value(variables[name])
      : attribute.length > 0
        ? evaluate.attribute(id, attribute.join('.'))
        : evaluate.ref(name);
    if (value instanceof Open) open = value;
    return value instanceof Open ? whole : String(value ?? '');
  });
  return open ?? filled;
}
