import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Posting } from '../domain/posting.ts'
import { openAccounts } from '../store/account.ts'
import { findPosted, insertPostings } from '../store/journal.ts'

/**
 * Posts once per source: the same source again answers the first posting; with other content it is a bug of the caller. Missing
 * accounts are opened. The caller has network scope, because a posting touches accounts of several owners. One statement and no lock
 * where the accounts are known.
 */
export async function post(work: Work, posting: Posting): Promise<Id<'posting'>> {
  return present((await postAll(work, [posting]))[0], posting.source)
}

/** Many postings in one statement, such as those of a settlement; answers their ids in the order given. */
export async function postAll(work: Work, postings: readonly Posting[]): Promise<Id<'posting'>[]> {
  const accounts = postings.flatMap(({ transfers }) => transfers.flatMap(({ debit, credit }) => [debit, credit]))
  const inserted = await insertPostings(work, postings, await openAccounts(work, accounts))
  const ids = new Map(inserted.map(({ source, id }) => [source, id]))
  const again = postings.filter(({ source }) => !ids.has(source))
  if (again.length > 0) for (const { source, id } of await findPosted(work, again)) ids.set(source, id)
  return postings.map(({ source }) => present(ids.get(source), source))
}
