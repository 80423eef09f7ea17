/** AWS writes a switch as on or off; one that was not given is left out. */
export function switchOf<K extends string>(
  name: K,
  given: boolean | undefined,
): { readonly [key in K]?: 'on' | 'off' } {
  const switches: { [key in K]?: 'on' | 'off' } = {};
  if (given !== undefined) switches[name] = given ? 'on' : 'off';
  return switches;
}
