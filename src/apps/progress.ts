import { startWatch } from '../platform/clock/index.ts'

const width = 24
/** So often the line moves at most. */
const stepMilliseconds = 100

export type ProgressLine = {
  /** So many of all are done of one thing; a new thing begins a new count. */
  show(what: string, done: number, all: number): void
  end(): void
}

/** On a terminal a line that moves: how much is done, how fast, and how long the rest will take. Elsewhere nothing. */
export function showProgress(out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr): ProgressLine {
  if (!out.isTTY) return { show: () => undefined, end: () => undefined }
  let [current, elapsed, shown] = ['', startWatch(), 0]
  return {
    show(what, done, all) {
      if (what !== current) [current, elapsed, shown] = [what, startWatch(), 0]
      const milliseconds = elapsed()
      if (done < all && milliseconds - shown < stepMilliseconds) return
      shown = milliseconds
      out.write(`\r\x1b[K${progressText(what, done, all, milliseconds)}`)
    },
    end: () => void out.write('\r\x1b[K'),
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
