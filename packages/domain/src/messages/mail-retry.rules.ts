/** Minutes to wait after the first, second, ... failure; the last counts for all that follow. */
const waits = [1, 5, 15, 60, 180];

/** How long a server may be away before a person is asked; mail servers themselves wait about as long (RFC 5321, 4.5.4.1). */
const patienceDays = 5;

/** When a mail that just failed is tried again; null when that would be of no use. */
export function nextTry(mail: { readonly attempts: number; readonly createdAt: Date }, permanent: boolean, now: Date): Date | null {
  if (permanent) return null;
  const minutes = waits[Math.min(mail.attempts, waits.length) - 1] ?? waits[0] ?? 1;
  const at = new Date(now.getTime() + minutes * 60_000);
  return at.getTime() - mail.createdAt.getTime() > patienceDays * 86_400_000 ? null : at;
}
