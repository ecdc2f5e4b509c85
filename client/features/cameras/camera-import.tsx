import { App, Modal } from 'antd'
import { useState } from 'react'
import type { CameraImport } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { told } from './model.ts'

interface File64 {
  readonly file: string
  readonly content: string
}

/** As the file lies on the desk, whatever its encoding: the server tells which it is. */
const read = async (file: File): Promise<File64> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return { file: file.name, content: btoa(text) }
}

/** A table of cameras: first what it would do and what is wrong with it, line by line; then, on a word, done whole. */
export const ImportCameras = ({ onClose }: { readonly onClose: (changed: boolean) => void }) => {
  const words = useWords()
  const t = words.cameras.import
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<File64>()
  const [plan, setPlan] = useState<CameraImport>()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)

  const ask = async (file: File64, dryRun: boolean): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const reply = await request('POST /api/cameras/table', { body: { ...file, dryRun } })
      setPlan(reply)
      if (!reply.done) return
      message.success(t.done(reply.added.length + reply.changed.length))
      onClose(true)
    } catch (error) {
      setFailure(told(error))
    } finally {
      setBusy(false)
    }
  }
  const choose = async (file: File | undefined): Promise<void> => {
    setPlan(undefined)
    setChosen(undefined)
    if (!file) return
    const next = await read(file)
    setChosen(next)
    await ask(next, true)
  }
  const changes = plan ? plan.added.length + plan.changed.length : 0
  const ready = chosen !== undefined && plan !== undefined && plan.problems.length === 0 && changes > 0
  return (
    <Modal
      open
      width={760}
      title={t.title}
      okText={t.ok}
      cancelText={words.cameras.form.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready || busy }}
      onOk={() => chosen && void ask(chosen, false)}
      onCancel={() => onClose(false)}
    >
      <p className="muted">{t.hint}</p>
      {/* The browser's own field speaks the browser's language. */}
      <label className="button camera-file">
        {t.choose}
        <input
          type="file"
          className="visually-hidden"
          accept=".csv,.txt,text/csv"
          aria-label={t.choose}
          onChange={(e) => void choose(e.target.files?.[0])}
        />
      </label>{' '}
      {chosen && <span className="mono">{chosen.file}</span>}
      {busy && <p className="muted">{t.checking}</p>}
      {failure !== undefined && (
        <p className="camera-problem" role="alert">
          {failure}
        </p>
      )}
      {plan !== undefined && (
        <div className="import-plan" role="status">
          {plan.problems.length > 0 ? (
            <>
              <p className="camera-problem">{t.problems(plan.problems.length)}</p>
              <ul>
                {plan.problems.slice(0, 200).map((p) => (
                  <li key={`${p.line} ${p.field} ${p.message.en}`}>
                    <b>{t.line(p.line)}</b>
                    {p.field !== null && <code>{p.field}</code>}
                    {say(p.message)}
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <>
              <p>
                <b>
                  {changes === 0 ? t.nothing : t.plan(plan.added.length, plan.changed.length, plan.unchanged.length)}
                </b>
              </p>
              <p className="mono muted">{[...plan.added, ...plan.changed].slice(0, 40).join('  ')}</p>
            </>
          )}
        </div>
      )}
    </Modal>
  )
}
