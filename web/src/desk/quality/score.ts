/** A score of basis points as a reader sees it, `73.3`. */
export const scoreText = (basisPoints: number): string => (basisPoints / 100).toFixed(1)
