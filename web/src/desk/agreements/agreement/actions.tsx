import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '../../../parts/field'
import { dateOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useMay, useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, steps } from './agreement.data'
import type { Shown, ShownVersion } from './shown'

type Props = { readonly shown: Shown; readonly version: ShownVersion }

/** The one thing to do next: propose a draft, sign what is proposed, or draft the next version. */
export function PrimaryAction({ shown, version }: Props) {
  const words = useWords().agreements
  const mayDraft = useMay('agreements.agreement.draft')
  const maySign = useMay('agreements.version.sign')
  const session = useSession()
  const signature = version.signatures.find(({ partyId }) => partyId === session?.institutionId)
  if (version.state === 'draft' && mayDraft) return <Propose shown={shown} version={version} />
  if (version.state === 'proposed' && maySign && signature && !signature.signedOn) return <Sign version={version} />
  if (!mayDraft || shown.endedOn || version.state === 'proposed') return null
  const open = shown.versions.some(({ state }) => state === 'draft')
  return (
    <Link className={open ? 'btn' : 'btn primary'} to="/agreements/$agreementId/edit" params={{ agreementId: shown.id }}>
      {open ? words.edit : words.draftNext}
    </Link>
  )
}

function Propose({ shown, version: { id: versionId } }: Props) {
  const words = useWords().agreements
  const propose = useCommand(steps.proposeVersion, versionId, { makesOld: afterChange })
  return (
    <>
      <RefusalNote refusal={propose.refusal} unsent={propose.unsent} />
      <Link className="btn" to="/agreements/$agreementId/edit" params={{ agreementId: shown.id }}>
        {words.edit}
      </Link>
      <button type="button" className="btn primary" aria-busy={propose.pending} onClick={() => propose.run({ versionId })}>
        {words.propose}
      </button>
    </>
  )
}

function Sign({ version: { id: versionId } }: { version: ShownVersion }) {
  const words = useWords().agreements
  const sign = useCommand(steps.signVersion, versionId, { makesOld: afterChange })
  return (
    <>
      <RefusalNote refusal={sign.refusal} unsent={sign.unsent} />
      <button type="button" className="btn primary" aria-busy={sign.pending} onClick={() => sign.run({ versionId })}>
        {words.sign}
      </button>
    </>
  )
}

/** Withdrawing what is not signed by all, with a reason and its consequence. */
export function WithdrawVersion({ version: { id: versionId, number, state } }: { version: ShownVersion }) {
  const words = useWords().agreements
  const may = useMay('agreements.agreement.draft')
  const [reason, setReason] = useState<string | null>(null)
  const withdraw = useCommand(steps.withdrawVersion, versionId, { makesOld: afterChange, onDone: () => setReason(null) })
  if (!may || (state !== 'draft' && state !== 'proposed')) return null
  if (reason === null) return <Ask word={words.withdraw} open={() => setReason('')} />
  return (
    <section>
      <p className="note">{words.withdrawNote}</p>
      <div className="form">
        <Field label={words.reason}>
          {(control) => <input {...control} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <RefusalNote refusal={withdraw.refusal} unsent={withdraw.unsent} />
        <Decide
          yes={words.withdrawYes(number)}
          ready={reason.trim().length > 1}
          pending={withdraw.pending}
          run={() => withdraw.run({ versionId, reason: reason.trim() })}
          leave={() => setReason(null)}
        />
      </div>
    </section>
  )
}

/** Ending the agreement with a last day, a reason and its consequence. */
export function EndAgreement({ shown: { id: agreementId, endedOn, versions } }: { shown: Shown }) {
  const words = useWords().agreements
  const may = useMay('agreements.version.sign')
  const [asked, setAsked] = useState<{ lastDay: string; reason: string } | null>(null)
  const end = useCommand(steps.endAgreement, agreementId, { makesOld: afterChange, onDone: () => setAsked(null) })
  const signed = versions.some(({ state }) => state === 'in-force' || state === 'signed')
  if (!may || endedOn || !signed) return null
  if (!asked) return <Ask word={words.end} open={() => setAsked({ lastDay: dateOf(isoNow()), reason: '' })} />
  return (
    <section>
      <p className="note">{words.endNote}</p>
      <div className="form">
        <Field label={words.lastDay}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={asked.lastDay}
              onChange={(event) => setAsked({ ...asked, lastDay: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.reason}>
          {(control) => (
            <input
              {...control}
              value={asked.reason}
              maxLength={200}
              onChange={(event) => setAsked({ ...asked, reason: event.target.value })}
            />
          )}
        </Field>
        <RefusalNote refusal={end.refusal} unsent={end.unsent} />
        <Decide
          yes={words.endYes(asked.lastDay)}
          ready={asked.lastDay !== '' && asked.reason.trim().length > 1}
          pending={end.pending}
          run={() => end.run({ agreementId, lastDay: asked.lastDay, reason: asked.reason.trim() })}
          leave={() => setAsked(null)}
        />
      </div>
    </section>
  )
}

function Ask({ word, open }: { word: string; open: () => void }) {
  return (
    <section>
      <button type="button" className="text" onClick={open}>
        {word}
      </button>
    </section>
  )
}

type Decision = {
  readonly yes: string
  readonly ready: boolean
  readonly pending: boolean
  readonly run: () => void
  readonly leave: () => void
}

function Decide({ yes, ready, pending, run, leave }: Decision) {
  const words = useWords().agreements
  return (
    <p className="pair">
      <button type="button" className="btn primary" aria-disabled={!ready} aria-busy={pending} onClick={() => ready && run()}>
        {yes}
      </button>
      <button type="button" className="btn" onClick={leave}>
        {words.keep}
      </button>
    </p>
  )
}
