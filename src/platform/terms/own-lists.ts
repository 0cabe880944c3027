import { createHash } from 'node:crypto'
import { present } from '../../kernel/assert.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Analyte, DrugDetail, ImagingDetail, LabDetail, ReferenceRange } from './detail.ts'
import { drugList } from './lists/drug.ts'
import { icd10List } from './lists/icd-10.ts'
import { imagingList } from './lists/imaging.ts'
import { labList } from './lists/lab.ts'
import { substanceList } from './lists/substance.ts'
import type { Term } from './term.ts'

/** Our own lists hold from here on. */
const validFrom = '2020-01-01' as PlainDate

const linesOf = (list: string): string[] => list.split('\n').filter((line) => line.trim() !== '')
const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim())
const at = (cells: readonly string[], place: number): string => present(cells[place], `cell ${place} of “${cells.join('|')}”`)

const termOf = (system: string, cells: readonly string[], detail: object | null): Term => ({
  system,
  code: at(cells, 0),
  name: { zh: at(cells, 1), en: at(cells, 2) },
  detail,
  validFrom,
  validUntil: null,
})

const plain = (system: string, list: string): Term[] => linesOf(list).map((line) => termOf(system, cellsOf(line), null))

const imaging = (): Term[] =>
  linesOf(imagingList).map((line) => {
    const cells = cellsOf(line)
    return termOf('imaging', cells, { modality: at(cells, 3), bodyPart: at(cells, 4) } satisfies ImagingDetail)
  })

const drugs = (): Term[] =>
  linesOf(drugList).map((line) => {
    const cells = cellsOf(line)
    const words = (place: number) => at(cells, place).split(' ').filter(Boolean)
    const detail: DrugDetail = {
      form: at(cells, 3),
      strength: at(cells, 4),
      doseUnit: at(cells, 5),
      routes: words(6),
      substances: words(7),
    }
    return termOf('drug', cells, detail)
  })

function tests(): Term[] {
  const terms: Term[] = []
  for (const line of linesOf(labList)) {
    if (line.startsWith('#')) {
      const cells = cellsOf(line.slice(1))
      terms.push(termOf('lab', cells, { specimen: at(cells, 3), analytes: [] } satisfies LabDetail))
    } else (present(terms.at(-1), 'a test').detail as LabDetail).analytes.push(analyteOf(cellsOf(line)))
  }
  return terms
}

const numberOr = (text: string | undefined): number | null => (text?.trim() ? Number(text) : null)

function analyteOf(cells: readonly string[]): Analyte {
  const [plausibleLow, plausibleHigh] = at(cells, 7).split('..').map(Number)
  return {
    code: at(cells, 0),
    name: { zh: at(cells, 1), en: at(cells, 2) },
    unit: at(cells, 3),
    ranges: at(cells, 4).split(',').map(rangeOf),
    criticalLow: numberOr(cells[5]),
    criticalHigh: numberOr(cells[6]),
    plausibleLow: present(plausibleLow, 'a plausible low'),
    plausibleHigh: present(plausibleHigh, 'a plausible high'),
  }
}

const sexes = { f: 'female', m: 'male' } as const

/** `m 57..97`, `..10`, `1.0..` */
function rangeOf(text: string): ReferenceRange {
  const [, sex, low, high] = present(/^\s*([fm]\s)?\s*([\d.]*?)\.\.([\d.]*)\s*$/.exec(text), `a range in “${text}”`)
  return { sex: sex ? sexes[sex.trim() as 'f' | 'm'] : null, low: numberOr(low), high: numberOr(high) }
}

/** The lists that come with the system: enough for a demo, to be replaced by an import. */
export const ownTerms = (): Term[] => [
  ...plain('icd-10', icd10List),
  ...plain('substance', substanceList),
  ...tests(),
  ...drugs(),
  ...imaging(),
]

/** Says whether a database holds this edition of the lists. */
export const ownDigest = (terms: readonly Term[]): string => createHash('sha256').update(JSON.stringify(terms)).digest('hex')
