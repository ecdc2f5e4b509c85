import { App, Modal } from 'antd'
import { useState } from 'react'
import type { CameraReach, CamerasReply, CameraView, ProbeReply } from '../../../server/contract/video.ts'
import { cameraPurposes } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { bodyOf, type Draft, draftOf, emptyDraft, reachOf, told, wrongIn } from './model.ts'
import { ProbeResult } from './probe-result.tsx'
import { ZoneEditor } from './zones.tsx'

interface Props {
  /** Undefined: a new one. */
  readonly camera: CameraView | undefined
  readonly reach: CameraReach | null
  readonly names: Pick<CamerasReply, 'units' | 'rooms'>
  readonly onClose: (changed: boolean) => void
}

type TextKey = Exclude<keyof Draft, 'purpose' | 'codec' | 'audio' | 'audioCodec' | 'zones'>

/** A camera as it is to be known: what it is, how it is reached, where it hangs, what it must not show. */
export const CameraForm = ({ camera, reach, names, onClose }: Props) => {
  const words = useWords()
  const t = words.cameras.form
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>(() => (camera ? draftOf(camera, reach) : emptyDraft))
  const [busy, setBusy] = useState<'probe' | 'save'>()
  const [problem, setProblem] = useState<string>()
  const [probed, setProbed] = useState<ProbeReply>()
  const set = (change: Partial<Draft>): void => setDraft((d) => ({ ...d, ...change }))

  const doing = async (what: 'probe' | 'save', work: () => Promise<void>): Promise<void> => {
    const wrong = wrongIn(what === 'probe' ? { ...emptyDraft, ...draft, id: 'x', zh: 'x', unit: 'x' } : draft)
    setProblem(wrong && t.wrong[wrong])
    if (wrong !== undefined) return
    setBusy(what)
    try {
      await work()
    } catch (error) {
      setProblem(told(error))
    } finally {
      setBusy(undefined)
    }
  }
  const probe = () =>
    doing('probe', async () => {
      const reply = await request('POST /api/cameras/probe', {
        body: { camera: camera?.id ?? null, ...reachOf(draft), preview: true },
      })
      setProbed(reply)
      if (reply.main.is !== 'ok') return
      const { codec, audio } = reply.main.stream
      set({ codec: codec === 'h265' ? 'h265' : 'h264', audioCodec: audio })
    })
  const save = () =>
    doing('save', async () => {
      await request('PUT /api/cameras/:id', { params: { id: draft.id }, body: bodyOf(draft) })
      message.success(t.saved)
      onClose(true)
    })

  const field = (key: TextKey, label: string, hint = '', wide = false) => (
    <label className={wide ? 'wide' : undefined}>
      {label}
      <input
        className="field"
        name={`camera-${key}`}
        type={key === 'password' ? 'password' : 'text'}
        autoComplete={key === 'password' ? 'new-password' : 'off'}
        value={draft[key]}
        placeholder={hint}
        disabled={key === 'id' && camera !== undefined}
        onChange={(e) => set({ [key]: e.target.value })}
      />
    </label>
  )
  const { units } = names
  const rooms = names.rooms.filter((one) => one.unit === draft.unit)
  return (
    <Modal
      open
      width={880}
      title={camera ? t.editTitle(camera.id) : t.addTitle}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={busy === 'save'}
      okButtonProps={{ disabled: busy !== undefined }}
      onOk={() => void save()}
      onCancel={() => onClose(false)}
    >
      <form
        className="camera-form"
        onSubmit={(e) => {
          e.preventDefault()
          void save()
        }}
      >
        <fieldset>
          <legend>{t.what}</legend>
          {field('id', t.id)}
          {field('zh', t.nameZh)}
          {field('en', t.nameEn)}
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is a list or a plain field */}
          <label>
            {t.unit}
            {units.length > 0 ? (
              <select className="field" value={draft.unit} onChange={(e) => set({ unit: e.target.value })}>
                <option value="" />
                {units.map((u) => (
                  <option key={u.id} value={u.id}>
                    {say(u.name)}
                  </option>
                ))}
              </select>
            ) : (
              <input className="field" value={draft.unit} onChange={(e) => set({ unit: e.target.value })} />
            )}
          </label>
          <label>
            {t.purpose}
            <select
              className="field"
              value={draft.purpose}
              onChange={(e) => set({ purpose: e.target.value as Draft['purpose'] })}
            >
              {cameraPurposes.map((one) => (
                <option key={one} value={one}>
                  {words.wall.purposesOfCameras[one]}
                </option>
              ))}
            </select>
          </label>
        </fieldset>
        <fieldset>
          <legend>{t.way}</legend>
          {field('url', t.url, t.urlHint, true)}
          {field('subUrl', t.subUrl, t.urlHint, true)}
          {field('onvifUrl', t.onvifUrl, 'http://…/onvif/device_service', true)}
          {field('user', t.user)}
          {field('password', t.password, reach?.hasPassword ? t.passwordKept : t.passwordHint)}
          <label>
            {t.codec}
            <select
              className="field"
              value={draft.codec}
              onChange={(e) => set({ codec: e.target.value as Draft['codec'] })}
            >
              <option value="h264">H.264</option>
              <option value="h265">H.265</option>
            </select>
          </label>
          <label className="check">
            <input type="checkbox" checked={draft.audio} onChange={(e) => set({ audio: e.target.checked })} />
            {t.audio}　<span className="muted">{t.audioHint}</span>
          </label>
          <p className="wide">
            <button type="button" className="button" disabled={busy !== undefined} onClick={() => void probe()}>
              {t.probe}
            </button>
            {busy === 'probe' && <span className="muted">　{t.probing}</span>}
          </p>
          {probed && (
            <div className="wide">
              <ProbeResult reply={probed} asked />
            </div>
          )}
        </fieldset>
        <fieldset>
          <legend>{t.where}</legend>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is a list or a plain field */}
          <label>
            {t.room}
            {rooms.length > 0 ? (
              <select className="field" value={draft.room} onChange={(e) => set({ room: e.target.value })}>
                <option value="" />
                {/* What was registered before its room was stays as it is. */}
                {draft.room !== '' && !rooms.some((one) => one.id === draft.room) && (
                  <option value={draft.room}>{draft.room}</option>
                )}
                {rooms.map((one) => (
                  <option key={one.id} value={one.id}>
                    {say(one.name)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                className="field"
                value={draft.room}
                placeholder={t.roomHint}
                onChange={(e) => set({ room: e.target.value })}
              />
            )}
          </label>
          {field('areaCode', t.areaCode, t.areaCodeHint)}
          {field('retentionDays', t.retention, t.retentionHint)}
          {field('lng', t.lng)}
          {field('lat', t.lat)}
        </fieldset>
        <fieldset>
          <legend>{t.zones}</legend>
          <div className="wide">
            <ZoneEditor zones={draft.zones} picture={probed?.preview ?? null} onChange={(zones) => set({ zones })} />
          </div>
        </fieldset>
        <p className="camera-problem" role="alert">
          {problem}
        </p>
      </form>
    </Modal>
  )
}
