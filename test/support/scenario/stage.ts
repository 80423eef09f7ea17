import type { Input, OperationName, Output } from '../../../src/contract/operations.ts';
import type { Scope } from '../../../src/contract/ports.ts';
import { SandboxAdmin } from '../../../src/local-engine/sandbox.ts';
import { ACCOUNT, REGION, testSandbox } from '../sandbox.ts';

/** Where a scenario plays: a sandbox, who acts in which Region, and the names that stand for ids. */
export class Stage {
  readonly admin: SandboxAdmin;
  scope: Scope = { account: ACCOUNT, region: REGION };
  /** What calls answered since this was last emptied. */
  answers: unknown[] = [];
  readonly #names: Map<string, string> = new Map([['home', ACCOUNT]]);
  readonly #owners: Map<string, Scope> = new Map();

  /** @param sandbox a new one, or one that is a copy of another stage's */
  constructor(
    readonly sandbox = testSandbox(),
    original?: Stage,
  ) {
    this.admin = new SandboxAdmin(sandbox.engine, sandbox.database, { sandbox: 'test', wall: () => 0 });
    if (original === undefined) return;
    this.#names = new Map(original.#names);
    this.#owners = new Map(original.#owners);
  }

  readonly call = async <K extends OperationName>(name: K, input: Input<K>, scope = this.scope): Promise<Output<K>> => {
    const answer = await this.sandbox.call(name, input, scope);
    this.answers.push(answer);
    return answer;
  };

  name(name: string, id: string | undefined): void {
    if (id === undefined) throw new Error(`there is no id for ${name}`);
    this.#names.set(name, id);
    this.#owners.set(name, this.scope);
  }

  /** `a` for one id, `a1 a2 a3` for several. */
  nameAll(name: string, ids: readonly (string | undefined)[]): void {
    for (const [index, id] of ids.entries()) this.name(ids.length === 1 ? name : `${name}${index + 1}`, id);
  }

  /** The id (or, for a configuration, the ARN) that a name stands for; a word that is no name stands for itself. */
  id(name: string): string {
    return this.#names.get(name) ?? name;
  }

  /** The account and Region that a name was given in. */
  owner(name: string): Scope {
    return this.#owners.get(name) ?? this.scope;
  }

  /** The name of an id, for failing tests that read well. */
  nameOf(id: string): string {
    for (const [name, known] of this.#names) if (known === id || known.endsWith(`:${id}`)) return name;
    return id;
  }

  /** Whether a name is one that this scenario gave. */
  knows(name: string): boolean {
    return this.#names.has(name);
  }

  /** The ARN of an instance, a host or an AMI. */
  arn(name: string): string {
    const id = this.id(name);
    const { account, region } = this.scope;
    if (id.startsWith('ami-')) return `arn:aws:ec2:${region}::image/${id}`;
    const kind = id.startsWith('h-') ? 'dedicated-host' : id.startsWith('lt-') ? 'launch-template' : 'instance';
    return `arn:aws:ec2:${region}:${account}:${kind}/${id}`;
  }
}
