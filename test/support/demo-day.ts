import { careloom, type Started } from './start.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const shanghai = 8 * hour

/** The clock of a running system, in milliseconds. */
export const serverNow = async ({ url }: Pick<Started, 'url'>): Promise<number> =>
  Date.parse((await fetch(`${url}/healthz`)).headers.get('careloom-now') ?? '')

/** The next time that it is so many hours after midnight in Shanghai, on a working day of the mall. */
export async function nextWorkingDayAt(system: Pick<Started, 'url'>, hours: number): Promise<number> {
  const local = (await serverNow(system)) + shanghai
  const days = [0, 1, 2].map((later) => (Math.floor(local / day) + later) * day + hours * hour)
  const found = days.find((at) => at > local && new Date(at).getUTCDay() !== 0)
  if (found === undefined) throw new Error('no working day in three')
  return found - shanghai
}

/** Lives on in the demo networks until a moment, and waits until the server has followed. */
export async function liveUntil(system: Pick<Started, 'url'>, environment: NodeJS.ProcessEnv, at: number): Promise<string> {
  const minutes = Math.ceil((at - (await serverNow(system))) / minute)
  const { code, output } = await careloom(['clock', 'advance', `${Math.max(1, minutes)}m`], environment).ended
  if (code !== 0) throw new Error(output)
  while ((await serverNow(system)) < at) await new Promise((resolve) => setTimeout(resolve, 100))
  return output
}
