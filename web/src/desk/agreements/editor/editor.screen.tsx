import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ShowAgreementAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { dateOf, plusMinutes } from '../../../parts/moment'
import { isoNow } from '../../../parts/use-now'
import { useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { type Draft, firstSplit } from './draft'
import { Editor } from './editor'
import { afterChange, agreement, steps } from './editor.data'

const minutesOfDay = 1440

/** A new agreement: parties, terms, and what they would do. */
export function NewAgreementScreen() {
  const words = useWords().agreements
  const session = useSession()
  const navigate = useNavigate()
  const save = useCommand(steps.draftAgreement, 'new agreement', {
    makesOld: afterChange,
    onDone: ({ agreementId }) => void navigate({ to: '/agreements/$agreementId', params: { agreementId }, search: {} }),
  })
  const first: Draft = {
    code: '',
    titleZh: '',
    titleEn: '',
    parties: [
      { role: 'operator', partyId: session?.institutionId ?? '' },
      { role: 'tenant', partyId: '' },
    ],
    terms: { use: [], split: firstSplit('tenant') },
    validFrom: dateOf(isoNow()),
    validUntil: '',
  }
  const run = ({ code, titleZh, titleEn, parties, terms, validFrom, validUntil }: Draft) =>
    save.run({
      ...(code === '' ? {} : { code }),
      title: { zh: titleZh.trim(), en: titleEn.trim() || titleZh.trim() },
      parties,
      terms,
      validFrom,
      validUntil: validUntil || null,
    })
  return <Editor title={words.editorNew} first={first} isNew save={{ ...save, run }} />
}

/** The draft of an agreement that is there; without one, the next version begins with the terms of the leading one. */
export function EditAgreementScreen() {
  const { agreementId } = useParams({ from: '/shell/agreements/$agreementId/edit' })
  const leading = useQuery(agreement(agreementId))
  const draftId = leading.data?.versions.find(({ state }) => state === 'draft')?.id
  const query = useQuery({ ...agreement(agreementId, draftId), enabled: leading.data !== undefined })
  return (
    <Answer of={leading}>
      {() => <Answer of={query}>{(shown) => <Edit key={shown.chosen.versionId} shown={shown} draftId={draftId} />}</Answer>}
    </Answer>
  )
}

function Edit({ shown, draftId }: { shown: ShowAgreementAnswer; draftId: string | undefined }) {
  const words = useWords().agreements
  const navigate = useNavigate()
  const { id: agreementId, code, title, parties, versions, chosen } = shown
  const open = ({ versionId }: { versionId: string }) =>
    void navigate({ to: '/agreements/$agreementId', params: { agreementId }, search: { version: versionId } })
  const change = useCommand(steps.changeDraft, agreementId, { makesOld: afterChange, onDone: open })
  const draftNext = useCommand(steps.draftVersion, agreementId, { makesOld: afterChange, onDone: open })
  const version = versions.find(({ id }) => id === draftId)
  const first: Draft = {
    code,
    titleZh: title.zh,
    titleEn: title.en,
    parties: parties.map(({ role, partyId }) => ({ role, partyId })),
    terms: chosen.terms,
    validFrom: version?.validFrom ?? dateOf(plusMinutes(isoNow(), minutesOfDay)), // a next version begins after the one before
    validUntil: version?.validUntil ?? '',
  }
  const run = ({ terms, validFrom, validUntil }: Draft) => {
    const content = { terms, validFrom, validUntil: validUntil || null }
    if (draftId) change.run({ versionId: draftId, ...content })
    else draftNext.run({ agreementId, ...content })
  }
  const command = draftId ? change : draftNext
  return <Editor title={words.editorNext(code)} first={first} isNew={false} save={{ ...command, run }} />
}
