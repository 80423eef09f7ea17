import type { Fact, Question, World } from '../contract/world.ts';

/** What each kind of question is answered with. */
type Answered = { readonly [K in Question['kind']]: Extract<ReturnType<World[K]>, { readonly known: true }>['value'] };
type Answers = { readonly [K in Question['kind']]: Map<string, Fact<NonNullable<Answered[K]>>> };

/** Reads the answer to one question of each kind. Throws what is neither an answer nor a refusal to give one. */
export type Readers = { readonly [K in Question['kind']]: (of: string) => Promise<Fact<NonNullable<Answered[K]>>> };

/** A question that a decision asked and nobody has answered yet. */
interface Open {
  readonly kind: Question['kind'];
  readonly of: string;
}

const PENDING = { known: false, why: 'pending' } as const;

/**
 * Decides over a world that must be asked for: runs the decision, reads together every question that it left open, and runs
 * it again until none is. Nothing is assumed, since what was not asked is pending; and it ends, since each round settles
 * what it asked.
 */
export async function decideLive<T>(
  caller: World['caller'],
  readers: Readers,
  decide: (world: World) => T,
): Promise<T> {
  const answers = noAnswers();
  for (;;) {
    const open = new Map<string, Open>();
    const decision = decide(viewOf(caller, answers, open));
    if (open.size === 0) return decision;
    await Promise.all([...open.values()].map(({ kind, of }) => settle(answers, readers, kind, of)));
  }
}

async function settle<K extends Question['kind']>(answers: Answers, readers: Readers, kind: K, of: string) {
  const fact = await readers[kind](of);
  answers[kind].set(of, fact);
}

function viewOf(caller: World['caller'], answers: Answers, open: Map<string, Open>): World {
  const asked = <K extends Question['kind']>(kind: K, of: string): Fact<NonNullable<Answered[K]>> => {
    const known = answers[kind].get(of);
    if (known === undefined) open.set(`${kind} ${of}`, { kind, of });
    return known ?? PENDING;
  };
  return {
    caller,
    placement: 'not-published',
    image: (of) => asked('image', of),
    configuration: (of) => asked('configuration', of),
    instanceType: (of) => asked('instanceType', of),
    hosts: (of) => asked('hosts', of),
    host: (of) => asked('host', of),
    group: (of) => asked('group', of),
    groupHosts: (of) => asked('groupHosts', of),
    hostCount: (of) => asked('hostCount', of),
    instance: (of) => asked('instance', of),
    template: (of) => asked('template', of),
    associations: (of) => asked('associations', of),
    quota: (of) => asked('quota', of),
    charging: (of) => asked('charging', of),
    role: (of) => asked('role', of),
    permission: (of) => asked('permission', of),
    inventory: (of) => asked('inventory', of),
    origin: (of) => asked('origin', of),
    conversions: (of) => asked('conversions', of),
  };
}

const noAnswers = (): Answers => ({
  image: new Map(),
  configuration: new Map(),
  instanceType: new Map(),
  hosts: new Map(),
  host: new Map(),
  group: new Map(),
  groupHosts: new Map(),
  hostCount: new Map(),
  instance: new Map(),
  template: new Map(),
  associations: new Map(),
  quota: new Map(),
  charging: new Map(),
  role: new Map(),
  permission: new Map(),
  inventory: new Map(),
  origin: new Map(),
  conversions: new Map(),
});
