import type { Scope } from '../../../contract/ports.ts';
import type { Database } from '../database.ts';
import { text, textsByName } from '../rows.ts';

/** An SNS topic as stored, with what it was made with by name. */
export interface TopicRow {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** The SNS topics of one account in a Region. */
export class Topics {
  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
  ) {}

  find(name: string): TopicRow | undefined {
    const row = this.db.get('SELECT * FROM sns_topic WHERE account = $account AND region = $region AND name = $name', {
      name,
      ...this.here,
    });
    return row && { name, attributes: textsByName(row, 'attributes'), tags: textsByName(row, 'tags') };
  }

  /** Names after one, in the order of the alphabet. */
  namesAfter(name: string, limit: number): readonly string[] {
    return this.db
      .all(
        `SELECT name FROM sns_topic WHERE account = $account AND region = $region AND name > $name
         ORDER BY name LIMIT $limit`,
        { name, limit, ...this.here },
      )
      .map((row) => text(row, 'name'));
  }

  insert({ name, attributes, tags }: TopicRow): void {
    this.db.run(
      `INSERT INTO sns_topic (account, region, name, attributes, tags)
       VALUES ($account, $region, $name, $attributes, $tags)`,
      { name, attributes: JSON.stringify(attributes), tags: JSON.stringify(tags), ...this.here },
    );
  }

  /** Does nothing where there is none. */
  delete(name: string): void {
    this.db.run('DELETE FROM sns_topic WHERE account = $account AND region = $region AND name = $name', {
      name,
      ...this.here,
    });
  }

  private get here() {
    return { account: this.scope.account, region: this.scope.region };
  }
}
