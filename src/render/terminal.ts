/** What the drawing has to fit: columns, colours (0 none to 3 all), and whether only ASCII signs may be used. */
export interface Terminal {
  readonly width: number;
  readonly colour: 0 | 1 | 2 | 3;
  readonly ascii: boolean;
}

type Brush = (text: string) => string;

/** The few colours of the house. Colour only repeats what the words already say. */
export interface Paint {
  readonly bold: Brush;
  readonly good: Brush;
  readonly warn: Brush;
  readonly bad: Brush;
  readonly unsure: Brush;
}

const asIs: Brush = (text) => text;

export const NO_PAINT: Paint = { bold: asIs, good: asIs, warn: asIs, bad: asIs, unsure: asIs };

/** Colours at the given level; the colour library loads only above 0. */
export async function paintFor(level: Terminal['colour']): Promise<Paint> {
  if (level === 0) return NO_PAINT;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  return {
    bold: chalk.bold,
    good: chalk.bold.green,
    warn: chalk.bold.yellow,
    bad: chalk.bold.red,
    unsure: chalk.bold.magenta,
  };
}
