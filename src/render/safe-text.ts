/**
 * Control characters, and the marks that turn the direction or the line of text: a name must not steer the reader's
 * terminal. Written as what is left when they are taken away: every command compiles this, and names of properties cost more.
 */
const STEERING = /[^ -~\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\uffff]/g;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text from users as one harmless line: every control character is shown as what one would type for it (`\x1b`). */
export function harmless(text: string): string {
  return text.replace(STEERING, written);
}

/** Our own longer texts: as `harmless`, but line ends and tabs stay. */
export function harmlessLines(text: string): string {
  return text.replace(STEERING, (sign) => (sign === '\n' || sign === '\t' ? sign : written(sign)));
}

function written(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return SHORT[sign] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
}

const ASCII: Readonly<Record<string, string>> = {
  '×': 'x',
  '✗': 'x',
  '–': '-',
  '—': '-',
  '…': '...',
  '’': "'",
  '→': '->',
  '≥': '>=',
  '≤': '<=',
};

/** Our own signs in ASCII; letters of names stay as they are. */
export function asciiSigns(text: string): string {
  return text.replace(/[×✗–—…’→≥≤]/g, (sign) => ASCII[sign] ?? sign);
}
