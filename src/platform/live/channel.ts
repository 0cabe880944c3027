/** Channel of what has changed: `topic transaction`. */
export const liveChannel = 'careloom_live'
