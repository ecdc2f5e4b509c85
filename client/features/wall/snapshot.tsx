import { Modal } from 'antd'
import { useState } from 'react'
import type { CameraView, SnapshotView } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { dateTimeOf } from '../../ui/format.ts'

/** Asks why, has the server take a picture, and shows what was kept. */
export const Snapshot = ({ camera, onClose }: { readonly camera: CameraView; readonly onClose: () => void }) => {
  const t = useWords().wall
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [kept, setKept] = useState<SnapshotView>()
  const take = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    try {
      const params = { id: camera.id }
      setKept((await request('POST /api/cameras/:id/snapshot', { params, body: { reason: reason.trim() } })).snapshot)
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={`${t.snapshot} · ${say(camera.name)}`}
      okText={kept ? t.close : t.take}
      cancelText={t.back}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => (kept ? onClose() : void take())}
      onCancel={onClose}
    >
      {kept ? (
        <figure className="snapshot-kept">
          <img src={kept.picture} alt={say(camera.name)} />
          <figcaption>
            {dateTimeOf(kept.at)} · SHA-256 <span className="mono">{kept.sha256.slice(0, 16)}…</span>
          </figcaption>
        </figure>
      ) : (
        <label className="snapshot-form">
          {t.snapshotReason}
          <textarea
            className="field"
            rows={3}
            maxLength={400}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
            autoFocus
          />
          <span className="muted">{t.snapshotHint}</span>
          {problem !== '' && (
            <span className="snapshot-problem" role="alert">
              {problem}
            </span>
          )}
        </label>
      )}
    </Modal>
  )
}
