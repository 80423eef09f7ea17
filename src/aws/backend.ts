import type { Violation } from '../contract/decision.ts';
import { Fault } from '../contract/fault.ts';
import type { Input, OperationName } from '../contract/operations.ts';
import type { Backend, Call, Consulted, LaunchCheck, Scope } from '../contract/ports.ts';
import type { World } from '../contract/world.ts';
import type { Asking } from './asking.ts';
import { Clients, serviceOf } from './clients.ts';
import { isRead, mayAlert } from './kinds.ts';
import { type AwsOptions, profileOf } from './options.ts';
import { credentialsSource } from './sources.ts';
import { tokened, withToken } from './tokens.ts';

/** AWS itself behind the port that every command speaks to. AWS is the authority: what it refuses is refused. */
export class AwsBackend implements Backend {
  readonly kind = 'aws';
  readonly #clients: Clients;
  #who: Promise<void> | undefined;
  #scope: Scope | undefined;
  #credentials = '';
  readonly #alerts: Violation[] = [];
  /** The changes of this command that went through, in words. */
  readonly #done: string[] = [];

  constructor(private readonly options: AwsOptions) {
    this.#clients = new Clients(options);
  }

  /** Known once `identify` has returned. */
  get scope(): Scope {
    if (this.#scope === undefined) throw new TypeError('nobody has asked AWS yet who calls');
    return this.#scope;
  }

  /** Where the credentials were found, in words. */
  get credentials(): string {
    return this.#credentials;
  }

  /**
   * Asks AWS once who calls (GetCallerIdentity). A plain call does without it, unless one account was expected.
   * @throws Fault AccountMismatch where another account was expected
   */
  identify(): Promise<void> {
    this.#who ??= this.ask();
    return this.#who;
  }

  private async account(): Promise<string> {
    await this.identify();
    return this.scope.account;
  }

  private async ask(): Promise<void> {
    const { Account: account = '' } = await this.#clients.send('sts:GetCallerIdentity', {});
    const { region, credentials } = await this.#clients.resolved();
    const wanted = this.options.account;
    if (wanted !== undefined && wanted !== account) {
      throw new Fault({
        code: 'AccountMismatch',
        message: `these credentials belong to account ${account}, and account ${wanted} was asked for. To fix: choose a profile of that account (--profile NAME), or leave --account out`,
      });
    }
    this.#scope = { account, region };
    this.#credentials = credentialsSource(credentials, profileOf(this.options));
  }

  /** A failure names the changes of the same command that went through before it: AWS has no transactions. */
  readonly call: Call = async (operation, input) => {
    try {
      const output = await this.one(operation, input);
      if (!isRead(operation)) this.#done.push((await import('./in-order.ts')).changeMade(operation, input, output));
      return output;
    } catch (error) {
      if (!(error instanceof Fault) || this.#done.length === 0) throw error;
      throw (await import('./in-order.ts')).afterChanges(error, this.#done, this.options.tell);
    }
  };

  private readonly one: Call = async (operation, input) => {
    // What reads wrongly, AWS says itself: a read is not worth the time that loading the models takes.
    const sent = tokened(operation, input, this.options.token);
    if (!isRead(operation)) await this.shaped(operation, sent);
    if (this.options.account !== undefined) await this.identify();
    const alerts = await this.foreseen(operation, sent);
    try {
      const answer = await this.#clients.send(operation, sent);
      this.#alerts.push(...alerts);
      return answer;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { explained, toldByCode } = await import('./explain.ts');
      if (isRead(operation)) throw await toldByCode(error, () => this.account());
      throw withToken(await explained(error, operation, sent, () => this.asking()), sent);
    }
  };

  /** AWS has no transactions: what was done stays done, and a failure says so. */
  atomically<T>(steps: (call: Call) => Promise<T>): Promise<T> {
    return steps(this.call);
  }

  async rehearse<T>(steps: (call: Call) => Promise<T>): Promise<T> {
    const { rehearsed } = await import('./rehearsal/index.ts');
    const alert = (alerts: readonly Violation[]): void => void this.#alerts.push(...alerts);
    const call = rehearsed(await this.asking(), { alert, tell: this.options.tell });
    return steps(async (operation, input) => {
      const sent = tokened(operation, input, this.options.token);
      if (!isRead(operation)) await this.shaped(operation, sent);
      return call(operation, sent);
    });
  }

  async checkLaunch(input: Parameters<Backend['checkLaunch']>[0]): Promise<LaunchCheck> {
    const { checkLaunch } = await import('./check-launch.ts');
    return checkLaunch(await this.asking(), input);
  }

  async consult<T>(decide: (world: World) => T): Promise<Consulted<T>> {
    const { decideOver } = await import('./asking.ts');
    const asking = await this.asking();
    return { at: asking.now, value: await decideOver(asking, decide) };
  }

  /** AWS's answers carry none: they were found before the change was sent, or in a dry run. */
  takeAlerts(): ReturnType<Backend['takeAlerts']> {
    return this.#alerts.splice(0);
  }

  close(): void {
    this.#clients.close();
  }

  /** Changes are checked against AWS's model before they are sent: every member that does not fit is named at once. */
  private async shaped<K extends OperationName>(operation: K, input: Input<K>): Promise<void> {
    serviceOf(operation);
    const [{ inputShape }, { checkShape }] = await Promise.all([
      import('../contract/shapes/index.ts'),
      import('../validation/shape.ts'),
    ]);
    const violations = checkShape(operation, await inputShape(operation), input);
    if (violations.length > 0) throw (await import('../validation/refuse.ts')).faultOf(violations, operation);
  }

  /** The alerts of a change that may go through with some. */
  private async foreseen<K extends OperationName>(operation: K, input: Input<K>): Promise<readonly Violation[]> {
    if (!mayAlert(operation)) return [];
    const { foreseen } = await import('./foreseen.ts');
    return foreseen(operation, input, () => this.asking());
  }

  /** What questions about the account are asked with. */
  private async asking(): Promise<Asking> {
    await this.identify();
    const call: Call = (operation, input) => this.#clients.send(operation, input);
    return { call, scope: this.scope, now: this.options.wall() };
  }
}
