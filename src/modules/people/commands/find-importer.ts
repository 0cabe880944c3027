import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'
import { findFirstOperator, findInstitutionNamed } from '../store/source.ts'

/** Who brings something in on the command line: the institution of a name, or the operator of the first network (null). */
export async function findImporter(
  work: Work,
  name: string | null,
): Promise<Result<Id<'institution'>, 'people.institution-unknown' | 'people.institution-missing'>> {
  const found = name === null ? await findFirstOperator(work) : await findInstitutionNamed(work, name)
  if (found) return ok(found)
  return name === null ? refuse('people.institution-missing') : refuse('people.institution-unknown', { name })
}
