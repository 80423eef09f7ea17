/** The name of a rule as AWS writes it, `#name=value`; the text itself where it is none. */
export const ruleName = (text: string): string => /^#([A-Za-z]+)=/.exec(text)?.[1] ?? text;

/** The present rules under the given ones: a given rule takes the place of the one of its name, others are added. */
export function mergedRules(present: readonly string[], given: readonly string[]): readonly string[] {
  const replaced = new Set(given.map(ruleName));
  return [...present.filter((rule) => !replaced.has(ruleName(rule))), ...given];
}
