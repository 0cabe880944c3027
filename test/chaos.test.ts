import { expect, test } from 'vitest'
import { runChaos } from './support/chaos.ts'

test('server and database killed three times under clients that take deposits: none is lost, none is there twice, the books balance', async () => {
  const chaos = await runChaos(3, 6)
  expect(chaos).toMatchObject({
    lost: 0,
    twice: 0,
    imbalanceFen: 0n,
    serverKills: 3,
    databaseKills: 2,
    verified: { wrong: null, notYetSealed: 0 },
  })
  expect(chaos.acknowledged).toBeGreaterThan(20)
}, 180_000)
