/** `¥1,234.50` from fen. */
export function formatFen(amountFen: number): string {
  const [whole = '0', cents = '00'] = (Math.abs(amountFen) / 100).toFixed(2).split('.')
  return `${amountFen < 0 ? '−' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** `1,234.50` from fen, for columns whose head says that they are money. */
export const formatAmount = (amountFen: number): string => formatFen(amountFen).replace('¥', '')
