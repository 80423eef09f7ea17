import type { Column, Result, View } from '../contract/result.ts';
import type { OutputFormat } from '../contract/settings.ts';
import { UsageError } from '../contract/usage.ts';
import type { LoadCatalogue } from './catalogue.ts';
import { asciiSigns } from './safe-text.ts';
import type { Terminal } from './terminal.ts';

export type { Catalogue, LoadCatalogue } from './catalogue.ts';
export type { Terminal } from './terminal.ts';

export interface RenderOptions {
  /** As asked for; without it a table, or JSON where there is a query. */
  readonly format?: OutputFormat;
  /** A JMESPath expression over the whole value. */
  readonly query?: string;
  readonly terminal: Terminal;
  /** Keys of the columns to show, in this order; all without it. */
  readonly columns?: readonly string[];
  /** Words the findings of a launch check. */
  readonly catalogue: LoadCatalogue;
}

type Drawable = Exclude<View, { readonly kind: 'launch-check' }>;
type Drawing = Exclude<OutputFormat, 'json' | 'yaml' | 'name'>;

/**
 * Draws a result for stdout: text that ends in a line end, or nothing.
 *
 * @throws UsageError for a query or a column that does not fit the value
 */
export async function render(result: Result, options: RenderOptions): Promise<string> {
  const text =
    options.query === undefined ? await draw(result, options) : await drawQueried(result, options.query, options);
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

async function draw(result: Result, options: RenderOptions): Promise<string> {
  const { format = 'table' } = options;
  switch (format) {
    case 'name':
      return (await import('./formats/name.ts')).drawNames(result.names ?? []);
    case 'json':
    case 'yaml':
      return drawData(await dataOf(result, options), format);
    default:
      return drawAny(await viewOf(result), format, options);
  }
}

const viewOf = async ({ view }: Result): Promise<View> => (typeof view === 'function' ? view() : view);

function drawAny(view: View, format: Drawing, options: RenderOptions): Promise<string> {
  if (view.kind === 'launch-check') return drawCheck(view, format, options);
  return drawView(chosen(view, options.columns), format, options.terminal);
}

async function drawQueried(result: Result, query: string, options: RenderOptions): Promise<string> {
  const { format = 'json' } = options;
  const { applyQuery } = await import('./query.ts');
  const found = await applyQuery(await dataOf(result, options), query);
  if (format === 'json' || format === 'yaml' || format === 'name') {
    return drawData(found, format === 'yaml' ? 'yaml' : 'json');
  }
  const { genericTextView, genericView } = await import('./generic.ts');
  return drawView(format === 'text' ? genericTextView(found) : genericView(found), format, options.terminal);
}

async function drawData(value: unknown, format: 'json' | 'yaml'): Promise<string> {
  if (format === 'json') return (await import('./formats/json.ts')).drawJson(value);
  return (await import('./formats/yaml.ts')).drawYaml(value);
}

async function drawView(view: Drawable, format: Drawing, terminal: Terminal): Promise<string> {
  switch (format) {
    case 'table': {
      const text = await (await import('./formats/table.ts')).drawTable(view, terminal);
      return terminal.ascii && view.kind === 'text' ? asciiSigns(text) : text;
    }
    case 'csv':
      return (await import('./formats/csv.ts')).drawCsv(view);
    case 'text':
      return (await import('./formats/text.ts')).drawText(view);
    case 'markdown':
      return (await import('./formats/markdown.ts')).drawMarkdown(view);
  }
}

/** A launch check is described by its own view: programs get the object of the check, whatever the command's value is. */
async function dataOf(result: Result, options: RenderOptions): Promise<unknown> {
  const { view } = result;
  if (typeof view === 'function' || view.kind !== 'launch-check') return result.value;
  const { launchCheckJson } = await import('./launch-check.ts');
  const { describe } = await options.catalogue();
  return launchCheckJson(view.check, view.request, describe);
}

type LaunchCheckView = Extract<View, { readonly kind: 'launch-check' }>;

async function drawCheck(view: LaunchCheckView, format: Drawing, options: RenderOptions): Promise<string> {
  const { checkAsList, drawLaunchCheck } = await import('./launch-check.ts');
  if (format === 'csv' || format === 'text') {
    return drawView(chosen(checkAsList(view.check), options.columns), format, options.terminal);
  }
  const { describe } = await options.catalogue();
  if (format === 'table') return drawLaunchCheck(view.check, view.request, describe, options.terminal);
  const text = await drawLaunchCheck(view.check, view.request, describe, { ...options.terminal, colour: 0 });
  return (await import('./formats/markdown.ts')).fenced(text);
}

/** @throws UsageError for a key that no column has */
function chosen(view: Drawable, keys: readonly string[] | undefined): Drawable {
  if (view.kind !== 'list' || keys === undefined) return view;
  const columns = keys.map((key): Column => {
    const column = view.columns.find((each) => each.key.toLowerCase() === key.toLowerCase());
    if (column) return { ...column, optional: 0 };
    throw new UsageError(`there is no column ${key}`, `columns: ${view.columns.map((each) => each.key).join(', ')}`);
  });
  return { ...view, columns };
}
