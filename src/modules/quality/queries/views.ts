import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { evidenceSchema } from '../commands/carry-out-inspection.ts'
import { rectificationStates } from '../domain/rectification.ts'
import { severities } from '../domain/severity.ts'
import type { RectificationRow } from '../store/rectification.ts'

export const institutionView = T.Object({ id: idOf('institution'), name: bilingual })

/** A finding and what has become of it. */
export const rectificationView = T.Object({
  id: idOf('rectification'),
  state: words(rectificationStates, 'rectificationState'),
  version: T.Integer(),
  round: T.Integer(),
  itemCode: T.String(),
  item: bilingual,
  severity: words(severities, 'findingSeverity'),
  /** Of the 18 core systems. */
  coreSystem: nullable(T.Integer()),
  indicatorCode: nullable(T.String()),
  note: T.String(),
  evidence: evidenceSchema,
  points: T.Integer(),
  /** The same item was found there before. */
  repeated: T.Boolean(),
  norm: bilingual,
  normId: idOf('norm'),
  normNumber: T.Integer(),
  inspectionId: idOf('inspection'),
  institution: institutionView,
  site: bilingual,
  inspector: institutionView,
  foundAt: instant,
  openedAt: instant,
  /** Of the clock that runs. */
  dueAt: instant,
  closedAt: nullable(instant),
})

export const viewOfRectification = ({
  institutionId,
  institution,
  inspectorInstitutionId,
  inspectorInstitution,
  repeatOf,
  number,
  viewerIds: _viewers,
  evidenceBy: _by,
  networkId: _network,
  ...row
}: RectificationRow): T.Static<typeof rectificationView> => ({
  ...pick(row),
  repeated: repeatOf !== null,
  normNumber: number,
  institution: named(institutionId, institution),
  inspector: named(inspectorInstitutionId, inspectorInstitution),
})

const named = (id: Id<'institution'>, name: Name) => ({ id, name })

type Plain = Omit<T.Static<typeof rectificationView>, 'repeated' | 'normNumber' | 'institution' | 'inspector'>
const pick = ({
  id,
  state,
  version,
  round,
  itemCode,
  item,
  severity,
  coreSystem,
  indicatorCode,
  note,
  evidence,
  points,
  ...rest
}: Omit<Plain, 'evidence'> & {
  readonly evidence: RectificationRow['evidence']
}): Plain => {
  const { norm, normId, inspectionId, site, foundAt, openedAt, dueAt, closedAt } = rest
  const found = { id, state, version, round, itemCode, item, severity, coreSystem, indicatorCode, note, evidence: [...evidence], points }
  return { ...found, norm, normId, inspectionId, site, foundAt, openedAt, dueAt, closedAt }
}
