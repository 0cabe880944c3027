import { assert, present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Posting } from '../domain/posting.ts'
import { findPosted, insertPostings, openAccounts } from '../store/journal.ts'

/**
 * Posts once per source: the same source again answers the first posting; with other content it is a bug of the caller. Missing
 * accounts are opened. The caller has network scope, because a posting touches accounts of several owners. One statement and no lock
 * where the accounts exist.
 */
export async function post(work: Work, posting: Posting): Promise<Id<'posting'>> {
  return present((await postAll(work, [posting]))[0], posting.source)
}

/** Many postings in one statement, such as those of a settlement; answers their ids in the order given. */
export async function postAll(work: Work, postings: readonly Posting[]): Promise<Id<'posting'>[]> {
  const ids = new Map<string, Id<'posting'>>()
  const keep = (rows: readonly { id: Id<'posting'>; source: string }[]) => rows.forEach(({ id, source }) => void ids.set(source, id))
  let inserted = await insertPostings(work, postings)
  if (inserted === 'account-missing') {
    await openAccounts(work, postings)
    inserted = await insertPostings(work, postings)
  }
  assert(inserted !== 'account-missing', 'accounts are opened in a network that exists')
  keep(inserted)
  const known = postings.filter(({ source }) => !ids.has(source))
  if (known.length > 0) keep(await findPosted(work, known))
  return postings.map(({ source }) => present(ids.get(source), source))
}
