/** What every network of the demo wants of its indicators; a floor of nothing leaves it to the target. */
export const demoTargets: readonly { readonly code: string; readonly floor: number | null; readonly target: number | null }[] = [
  { code: 'wait-within-15', floor: 70, target: 85 },
  { code: 'consulting-minutes', floor: 15, target: 20 },
  { code: 'findings-per-100', floor: 30, target: 15 },
  { code: 'orders-recognised', floor: null, target: 30 },
  { code: 'settled-in-time', floor: 90, target: 98 },
]
/** Since when, so that a trend of months has something to be held against. */
export const daysOfTargets = 365
