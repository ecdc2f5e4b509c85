import { Modal } from 'antd'
import { useState } from 'react'
import { type PatrolView, type SkipReason, skipReasons } from '../../../server/contract/video-patrol.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'

type Closed = (changed?: PatrolView) => void

/** A camera is passed over only for a reason. */
export const SkipDialog = (props: { readonly patrol: string; readonly camera: string; readonly onClose: Closed }) => {
  const t = useWords().videoPatrol
  const [reason, setReason] = useState<SkipReason>('called-away')
  const [note, setNote] = useState('')
  const { busy, problem, run } = useAct(props.onClose, () =>
    request('POST /api/video-patrols/:id/skip', {
      params: { id: props.patrol },
      body: { camera: props.camera, reason, note: note.trim() },
    }),
  )
  return (
    <Modal
      open
      title={t.skipTitle}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason === 'other' && note.trim().length < 2 }}
      onOk={run}
      onCancel={() => props.onClose()}
    >
      <div className="looks-dialog">
        <div className="looks-choices">
          {skipReasons.map((r) => (
            <button
              key={r}
              type="button"
              className={`button ${r === reason ? 'button-on' : ''}`}
              aria-pressed={r === reason}
              onClick={() => setReason(r)}
            >
              {t.skips[r]}
            </button>
          ))}
        </div>
        <label>
          {t.note}
          <textarea
            className="field"
            rows={3}
            maxLength={1000}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        </label>
        {problem !== '' && <p className="looks-bad">{problem}</p>}
      </div>
    </Modal>
  )
}

/** What was drawn and not looked at stays on record, with the reason. */
export const EndDialog = (props: { readonly patrol: string; readonly onClose: Closed }) => {
  const t = useWords().videoPatrol
  return (
    <ReasonDialog
      title={t.endTitle}
      act={(reason) => request('POST /api/video-patrols/:id/end', { params: { id: props.patrol }, body: { reason } })}
      onClose={(reply) => props.onClose(reply?.patrol)}
    />
  )
}

interface ReasonProps<T> {
  readonly title: string
  readonly act: (reason: string) => Promise<T>
  readonly onClose: (reply?: T) => void
}

/** One reason in words, and then it is done. */
export const ReasonDialog = <T,>({ title, act, onClose }: ReasonProps<T>) => {
  const t = useWords().videoPatrol
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      onClose(await act(reason.trim()))
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => void run()}
      onCancel={() => onClose()}
    >
      <label className="looks-dialog">
        {t.reason}
        <textarea
          className="field"
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
          autoFocus
        />
        {problem !== '' && <span className="looks-bad">{problem}</span>}
      </label>
    </Modal>
  )
}

const useAct = (onClose: Closed, ask: () => Promise<{ readonly patrol: PatrolView }>) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = (): void => {
    setBusy(true)
    setProblem('')
    ask().then(
      ({ patrol }) => onClose(patrol),
      (error: Error) => {
        setProblem(error.message)
        setBusy(false)
      },
    )
  }
  return { busy, problem, run }
}
