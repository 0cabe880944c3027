import { startVerb } from '../../src/apps/verbs/start.ts'

// The system as `careloom start` runs it, to be killed: server, worker and the own database of CARELOOM_DATA.
process.exitCode = await startVerb.run([])
