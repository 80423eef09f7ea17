/** `minCores` is written `--min-cores`. */
export function flagName(name: string): string {
  return `--${kebab(name)}`;
}

/** `minCores` as `min-cores`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
