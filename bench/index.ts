import { agreements } from './agreements.ts'
import { backup } from './backup.ts'
import { booking } from './booking.ts'
import { demos } from './demo.ts'
import { fhir } from './fhir.ts'
import { fhirDoor } from './fhir-door.ts'
import { http } from './http.ts'
import { servePeer } from './http-peer.ts'
import { integrity } from './integrity.ts'
import { ledger, ledgerChaos } from './ledger.ts'
import { live } from './live.ts'
import { people } from './people.ts'
import { portrait } from './portrait.ts'
import { start } from './start.ts'
import { ux } from './ux.ts'

const benches = [
  start,
  ...demos,
  agreements,
  booking,
  http,
  people,
  portrait,
  fhir,
  live,
  integrity,
  ledger,
  ledgerChaos,
  ux,
  backup,
  fhirDoor,
]
const [prefix = '', ...rest] = process.argv.slice(2)

if (prefix === 'serve') await servePeer(rest)
else if (prefix === '--help') {
  console.log(
    `measure the figures whose name begins with PREFIX; one NDJSON line per number\n\n  npm run bench -- [PREFIX]\n\n  ${benches.flatMap(({ figures }) => figures).join('\n  ')}`,
  )
} else {
  const chosen = benches.filter(({ figures }) => figures.some((figure) => figure.startsWith(prefix)))
  if (chosen.length === 0) {
    console.error(`No figure begins with “${prefix}”; there are ${benches.flatMap(({ figures }) => figures).join(', ')}.`)
    process.exitCode = 1
  }
  for (const bench of chosen) {
    const measured = await bench.run((line) => console.error(line))
    for (const figure of measured.filter(({ figure: name }) => name.startsWith(prefix))) {
      console.log(JSON.stringify(figure))
      if (figure.met === false) process.exitCode = 1
    }
  }
}
