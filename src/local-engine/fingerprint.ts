const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK = (1n << 64n) - 1n;

/**
 * A short stable fingerprint of a text (FNV-1a, 64 bits), for page tokens and repeated requests. It notices what was
 * altered or mixed up; it keeps no secret and withstands no attacker.
 */
export function fingerprint(text: string): string {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = ((hash ^ BigInt(text.charCodeAt(at))) * FNV_PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}
