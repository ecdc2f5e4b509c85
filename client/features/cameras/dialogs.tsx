import { App, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { CameraView, ProbeReply } from '../../../server/contract/video.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { told } from './model.ts'
import { ProbeResult } from './probe-result.tsx'

/** A camera that is no longer ours; what it recorded stays for its time. */
export const Withdraw = ({
  camera,
  onClose,
}: {
  readonly camera: CameraView
  readonly onClose: (changed: boolean) => void
}) => {
  const words = useWords()
  const t = words.cameras.withdraw
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return setProblem(t.reasonNeeded)
    setBusy(true)
    try {
      await request('DELETE /api/cameras/:id', { params: { id: camera.id }, body: { reason: reason.trim() } })
      message.success(t.done)
      onClose(true)
    } catch (error) {
      setProblem(told(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t.title(camera.id)}
      okText={t.ok}
      cancelText={words.cameras.form.cancel}
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={() => onClose(false)}
    >
      <p className="muted">{t.hint}</p>
      <label className="camera-reason">
        {t.reason}
        {/* biome-ignore lint/a11y/noAutofocus: the dialog was opened to write */}
        <textarea className="field" rows={3} autoFocus value={reason} onChange={(e) => setReason(e.target.value)} />
      </label>
      <p className="camera-problem" role="alert">
        {problem}
      </p>
    </Modal>
  )
}

/** Tries a registered camera with what is kept of how it is reached. */
export const Test = ({ camera, onClose }: { readonly camera: CameraView; readonly onClose: () => void }) => {
  const words = useWords()
  const t = words.cameras.probe
  const [reply, setReply] = useState<ProbeReply>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    const control = new AbortController()
    request('POST /api/cameras/:id/test', { params: { id: camera.id }, body: {}, signal: control.signal }).then(
      setReply,
      (error: unknown) => {
        if (!control.signal.aborted) setProblem(told(error))
      },
    )
    return () => control.abort()
  }, [camera.id])
  return (
    <Modal open title={t.title(camera.id)} footer={null} onCancel={onClose}>
      {reply ? (
        <ProbeResult reply={reply} asked={false} />
      ) : (
        <p className={problem === undefined ? 'muted' : 'camera-problem'} role="status">
          {problem ?? words.cameras.form.probing}
        </p>
      )}
    </Modal>
  )
}
