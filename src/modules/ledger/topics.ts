/** Of a network: postings were sealed. Told by the sealer, so that posting itself waits for nobody. */
export const journalTopic = 'ledger.journal'
