import type { PlannedDepartment } from './plan.ts'

/** One institution performs all there is. */
export const departmentsOfOne = (institution: string): PlannedDepartment[] =>
  (['laboratory', 'imaging', 'drug'] as const).map((kind) => ({ institution, kind, itemCodes: ['*'] }))
