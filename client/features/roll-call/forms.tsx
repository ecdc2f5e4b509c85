import { type FormEvent, type ReactNode, useState } from 'react'
import {
  type BehalfChannel,
  behalfChannels,
  type ExcuseReason,
  excuseReasons,
  type RowView,
} from '../../../server/contract/roll-call.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'

interface Props {
  readonly row: RowView
  readonly onDone: () => void
}

/** A form beside the board, never over it: Ctrl+Enter sends, Escape leaves it. */
export const Form = ({
  title,
  send,
  onDone,
  children,
}: {
  readonly title: string
  /** Resolves once it is done; a string says what is missing. */
  readonly send: () => Promise<unknown> | string
  readonly onDone: () => void
  readonly children: ReactNode
}) => {
  const t = useWords().rollCall.forms
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (e?: FormEvent): Promise<void> => {
    e?.preventDefault()
    const sent = send()
    if (typeof sent === 'string') return setProblem(sent)
    setBusy(true)
    try {
      await sent
      onDone()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }
  return (
    <form
      className="call-form"
      onSubmit={(e) => void submit(e)}
      onKeyDown={(e) => {
        if (e.key === 'Escape') onDone()
        if (e.key === 'Enter' && e.ctrlKey) void submit()
      }}
    >
      <h3>{title}</h3>
      {children}
      <p className="call-problem" role="alert">
        {problem}
      </p>
      <footer>
        <button type="submit" className="button button-main" disabled={busy}>
          {t.submit} <kbd>Ctrl ↵</kbd>
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t.cancel} <kbd>Esc</kbd>
        </button>
      </footer>
    </form>
  )
}

export const OnBehalf = ({ row, onDone }: Props) => {
  const t = useWords().rollCall
  const [channel, setChannel] = useState<BehalfChannel>('telephone')
  const [radioNumber, setRadioNumber] = useState('')
  const [headcount, setHeadcount] = useState('1')
  const [words, setWords] = useState('')
  const [privateNote, setPrivateNote] = useState('')
  const send = () => {
    if (words.trim() === '') return `${t.forms.words}：${t.forms.needed}`
    const heard = channel === 'radio-voice' ? radioNumber.trim() : ''
    if (heard !== '' && !/^\d{1,10}$/.test(heard)) return `${t.forms.radioNumber}：${t.forms.digits}`
    const body = {
      ...{ target: row.target, channel, radioNumber: heard || null },
      ...{ headcount: Number(headcount), words, privateNote: privateNote || null },
    }
    return request('POST /api/roll-calls/:id/on-behalf', { params: { id: row.cycle }, body })
  }
  return (
    <Form title={t.actions.onBehalf} send={send} onDone={onDone}>
      <label>
        {t.forms.words}
        <textarea
          className="field"
          name="words"
          rows={3}
          placeholder={t.forms.wordsHint}
          value={words}
          // biome-ignore lint/a11y/noAutofocus: asked for by a key, and the first thing to write
          autoFocus
          onChange={(e) => setWords(e.target.value)}
        />
      </label>
      <label>
        {t.forms.channel}
        <select
          className="field"
          name="channel"
          value={channel}
          onChange={(e) => setChannel(e.target.value as BehalfChannel)}
        >
          {behalfChannels.map((c) => (
            <option key={c} value={c}>
              {t.behalfChannels[c]}
            </option>
          ))}
        </select>
      </label>
      {channel === 'radio-voice' && (
        <label>
          {t.forms.radioNumber}
          <input
            className="field"
            name="radio-number"
            inputMode="numeric"
            placeholder={t.forms.radioNumberHint}
            value={radioNumber}
            onChange={(e) => setRadioNumber(e.target.value)}
          />
        </label>
      )}
      <label>
        {t.forms.headcount}
        <input
          className="field"
          type="number"
          min={0}
          max={999}
          value={headcount}
          onChange={(e) => setHeadcount(e.target.value)}
        />
      </label>
      <label>
        {t.forms.privateNote}
        <input className="field" value={privateNote} onChange={(e) => setPrivateNote(e.target.value)} />
      </label>
    </Form>
  )
}

export const Excuse = ({ row, onDone }: Props) => {
  const t = useWords().rollCall
  const [because, setBecause] = useState<ExcuseReason>('leave')
  const [words, setWords] = useState('')
  const send = () =>
    because === 'other' && words.trim() === ''
      ? `${t.forms.detail}：${t.forms.needed}`
      : request('POST /api/roll-calls/:id/excuse', {
          params: { id: row.cycle },
          body: { target: row.target, because, words: words.trim() || null },
        })
  return (
    <Form title={t.actions.excuse} send={send} onDone={onDone}>
      <label>
        {t.forms.because}
        <select
          className="field"
          value={because}
          // biome-ignore lint/a11y/noAutofocus: asked for by a key, and the first thing to choose
          autoFocus
          onChange={(e) => setBecause(e.target.value as ExcuseReason)}
        >
          {excuseReasons
            .filter((x) => x !== 'standby')
            .map((x) => (
              <option key={x} value={x}>
                {t.excuses[x]}
              </option>
            ))}
        </select>
      </label>
      <label>
        {t.forms.detail}
        <input className="field" value={words} onChange={(e) => setWords(e.target.value)} />
      </label>
    </Form>
  )
}
