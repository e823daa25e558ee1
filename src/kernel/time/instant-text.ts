const offsetMs = 8 * 3_600_000

/** An instant as RFC 3339 with the office's offset, to the second: `2026-09-29T10:15:00+08:00`. The form of every time in the API. */
export function instantText(instant: Date): string {
  return `${new Date(instant.getTime() + offsetMs).toISOString().slice(0, 19)}+08:00`
}
