let ahead = 0

/** Milliseconds of the server's clock: a demo network may live in another week than this browser. */
export const serverNow = (): number => Date.now() + ahead

export function noteServerTime(header: string | null): void {
  if (header) ahead = Date.parse(header) - Date.now()
}
