import { App } from 'antd'
import { useState } from 'react'
import type { FindingAction, FindingDetail, FindingView } from '../../../server/contract/views.ts'
import { act, keyOfAction } from '../../finding/act.ts'
import { useWords } from '../../i18n/language.ts'
import { useUser } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ActionForm } from './action-form.tsx'

interface Props {
  readonly detail: FindingDetail
  readonly view: FindingView
  readonly onDone: () => void
}

/** Steps that need words; the others are done at once. */
const worded: ReadonlySet<FindingAction> = new Set<FindingAction>([
  'shelve',
  'note',
  'verify',
  'dismiss',
  'refuse-dismissal',
  'refuse-shelving',
  'close',
])

/** Only what this person may do now, as the server says; each with its key. */
export const Actions = ({ detail, view, onDone }: Props) => {
  const t = useWords()
  const user = useUser()
  const { message } = App.useApp()
  const replaying = useCursor().mode === 'replay'
  const [form, setForm] = useState<FindingAction>()
  const [busy, setBusy] = useState(false)
  const { next } = detail

  const run = async (action: FindingAction, body: unknown = {}): Promise<boolean> => {
    setBusy(true)
    try {
      await act(view.finding.id, action, body)
      message.success(t.finding.done[action])
      return true
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
      return false
    } finally {
      setBusy(false)
      onDone()
    }
  }
  const begin = (action: FindingAction): void => {
    if (worded.has(action)) setForm(action)
    else void run(action)
  }
  const allowed = replaying ? [] : next
  const keys = Object.fromEntries(allowed.map((a) => [keyOfAction[a] ?? `(${a})`, () => begin(a)]))
  useKeys(keys)
  const two = view.finding.grade === 'A'
  const nameOf = (a: FindingAction): string =>
    two && a === 'dismiss'
      ? t.finding.proposeDismiss
      : two && a === 'shelve'
        ? t.finding.proposeShelve
        : t.finding.actions[a]
  return (
    <div className="actions">
      <Pending view={view} me={user.name} />
      {replaying ? (
        <p className="actions-note">{t.finding.replayReadOnly}</p>
      ) : next.length === 0 ? (
        <p className="muted">{t.finding.noActions}</p>
      ) : (
        <div className="actions-buttons">
          {next.map((a, i) => (
            <button
              key={a}
              type="button"
              disabled={busy}
              className={`button ${i === 0 && a !== 'note' ? 'button-main' : ''}`}
              onClick={() => begin(a)}
            >
              {nameOf(a)}
              <Kbd k={keyOfAction[a]} />
            </button>
          ))}
        </div>
      )}
      {form !== undefined && (
        <ActionForm
          action={form}
          title={nameOf(form)}
          grade={view.finding.grade}
          busy={busy}
          onCancel={() => setForm(undefined)}
          onSubmit={async (body) => {
            if (await run(form, body)) setForm(undefined)
          }}
        />
      )}
    </div>
  )
}

/** What was proposed by one and waits for another; what is claimed and shelved. */
const Pending = ({ view, me }: { readonly view: FindingView; readonly me: string }) => {
  const t = useWords()
  const { dismissal, claimed, shelved, verified } = view
  const waits = view.status === 'dismissal-proposed' && dismissal !== null
  return (
    <>
      {waits && (
        <div className="actions-pending" role="status">
          <b>{t.finding.twoPersonsWait}</b>
          <p>
            {t.finding.proposedBy(dismissal.proposedBy)}　{dateTimeOf(dismissal.at)}
            {'　'}
            <span className="chip">{t.outcomes[dismissal.outcome]}</span>
          </p>
          <q>{dismissal.reason}</q>
          {dismissal.proposedBy === me && <p className="muted">{t.finding.ownProposal}</p>}
        </div>
      )}
      {view.shelvingProposed != null && (
        <div className="actions-pending" role="status">
          <b>{t.finding.shelvingProposedBy(view.shelvingProposed.by, dateTimeOf(view.shelvingProposed.until))}</b>
          <q>{view.shelvingProposed.reason}</q>
        </div>
      )}
      <p className="actions-state muted">
        {claimed !== null && <span className="chip">{t.finding.claimedBy(claimed.by)}</span>}
        {shelved !== null && (
          <span className="chip" title={shelved.reason}>
            {t.finding.shelvedUntil(dateTimeOf(shelved.until), shelved.by)}
          </span>
        )}
        {verified !== null && <span className="chip">{`${t.outcomes[verified.outcome]} · ${verified.by}`}</span>}
        {view.finding.grade === 'A' && !waits && <span>{t.finding.twoPersons}</span>}
      </p>
    </>
  )
}
