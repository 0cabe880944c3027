import { useQuery } from '@tanstack/react-query'
import { assessment } from './triage.data'

/** Whether the assessment from which something is to be booked stops it. */
export function useStops({ assessment: id, person }: { assessment?: string | undefined; person?: string | undefined }): boolean {
  const { data } = useQuery({ ...assessment(id ?? '', person ?? ''), enabled: id !== undefined && person !== undefined })
  return data?.assessment.stops ?? false
}
