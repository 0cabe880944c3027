import type { Words } from '../shape'
import type { commitments as zh } from '../zh/commitments'

export const commitments: Words<typeof zh> = {
  title: 'My day',
  nothingOwed: 'No clock is running',
  nothingOwedHint: 'Holds, referrals and critical values appear here in order as soon as their clock starts.',
  minutesSeconds: 'min:s',
  comingVisits: 'Visits ahead',
  dueAt: (time) => `due ${time}`,
  dueSoon: 'due soon',
  openHold: 'Confirm it',
  daysLeft: 'days',
  dueOn: (date) => `due ${date}`,
  openInstitution: 'Renew it',
}
