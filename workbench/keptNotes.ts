/** Notes of a file that has not been saved since: kept in the browser under the file's digest, so that opening it again brings them back. */

const PREFIX = "ledger-check notes ";

/** Null where the browser gives no digest; then notes last as long as the page. */
export async function notesKey(bytes: Uint8Array): Promise<string | null> {
  // Browsers offer it only to pages of this machine and of https.
  if (!globalThis.isSecureContext) return null;
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return PREFIX + [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function bringBack(key: string | null, notes: Map<string, string>): void {
  const kept = key === null ? null : localStorage.getItem(key);
  if (kept === null) return;
  const parsed: unknown = JSON.parse(kept);
  if (!Array.isArray(parsed)) return;
  notes.clear();
  for (const entry of parsed as unknown[]) {
    if (Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string")
      notes.set(entry[0], entry[1]);
  }
}

export function keep(key: string | null, notes: ReadonlyMap<string, string>): void {
  if (key !== null) localStorage.setItem(key, JSON.stringify([...notes]));
}
