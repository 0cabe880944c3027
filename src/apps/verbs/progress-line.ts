/** One line that changes where a person watches standard error; nothing elsewhere. */
export function progressLine(): { show(text: string): void; clear(): void } {
  const isWatched = process.stderr.isTTY === true
  return {
    show: (text) => void (isWatched && process.stderr.write(`\r\x1b[K${text}`)),
    clear: () => void (isWatched && process.stderr.write('\r\x1b[K')),
  }
}
