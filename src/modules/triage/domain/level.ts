/** Levels of emergency pre-triage (急诊预检分诊), the most severe first. */
export const levels = ['I', 'II', 'III', 'IVa', 'IVb'] as const
export type Level = (typeof levels)[number]

export const colours = ['red', 'orange', 'yellow', 'green'] as const
type Colour = (typeof colours)[number]

/** The colour of each level in an emergency department. */
export const colourOf: Readonly<Record<Level, Colour>> = { I: 'red', II: 'orange', III: 'yellow', IVa: 'green', IVb: 'green' }

/** Negative when the first is more severe: sorts the most severe to the front. */
export const bySeverity = (one: Level, other: Level): number => levels.indexOf(one) - levels.indexOf(other)

/** The most severe of several; none: the mildest. */
export const mostSevere = (several: readonly Level[]): Level => levels.find((level) => several.includes(level)) ?? 'IVb'

/** Levels I and II belong to an emergency department now, whatever could be booked. */
export const goesNow = (level: Level): boolean => level === 'I' || level === 'II'
