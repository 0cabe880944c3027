/** Where the triage assessment of the visit is mounted (`desk/triage/assessment-card`); nothing until then. */
export function AssessmentSlot(_: { visitId: string; personId: string }) {
  return null
}

/** Where the timeline of the person is mounted (`desk/people/portrait/timeline`); nothing until then. */
export function TimelineSlot(_: { personId: string }) {
  return null
}
