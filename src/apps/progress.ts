import { startWatch } from '../platform/clock/index.ts'

const width = 24
/** So often the line moves at most. */
const stepMilliseconds = 100

export type ProgressLine = {
  /** So many of all are done of one thing; a new thing begins a new count. */
  show(what: string, done: number, all: number): void
  end(): void
}

/** One line that changes where a person watches standard error; nothing elsewhere. */
export function progressLine(): { show(text: string): void; clear(): void } {
  const isWatched = process.stderr.isTTY === true
  return {
    show: (text) => void (isWatched && process.stderr.write(`\r\x1b[K${text}`)),
    clear: () => void (isWatched && process.stderr.write('\r\x1b[K')),
  }
}

/** The same with a bar: how much is done, how fast, and how long the rest will take. */
export function showProgress(): ProgressLine {
  const line = progressLine()
  let [current, elapsed, shown] = ['', startWatch(), 0]
  return {
    show(what, done, all) {
      if (what !== current) [current, elapsed, shown] = [what, startWatch(), 0]
      const milliseconds = elapsed()
      if (done < all && milliseconds - shown < stepMilliseconds) return
      shown = milliseconds
      line.show(progressText(what, done, all, milliseconds))
    },
    end: line.clear,
  }
}

/** `[########----------------]  33 % people 66000 of 200000 · 1100/s · 2:01 left` */
export function progressText(what: string, done: number, all: number, milliseconds: number): string {
  const share = all === 0 ? 1 : done / all
  const full = Math.floor(share * width)
  const rate = milliseconds > 0 ? (done * 1000) / milliseconds : 0
  const left = rate > 0 ? Math.ceil((all - done) / rate) : 0
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  const speed = milliseconds >= 1000 && done < all ? ` · ${Math.round(rate)}/s · ${time} left` : ''
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${String(Math.floor(share * 100)).padStart(3)} % ${what} ${done} of ${all}${speed}`
}
