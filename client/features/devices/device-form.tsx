import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import type { DeviceView } from '../../../server/contract/views.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'

interface Props {
  readonly device: DeviceView
  readonly action: 'approve' | 'block'
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Who answers for it and who carries it; or why it is shut out. */
export const DeviceForm = ({ device, action, onClose, onDone }: Props) => {
  const t = useWords()
  const { message } = App.useApp()
  const [owner, setOwner] = useState(device.owner ?? '')
  const [carrier, setCarrier] = useState(device.carrier ?? '')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const units = [...live.units.values()]

  const submit = async (): Promise<void> => {
    if (action === 'approve' && owner.trim() === '') return setProblem(t.devices.ownerNeeded)
    if (action === 'block' && reason.trim() === '') return setProblem(t.finding.reasonNeeded)
    setBusy(true)
    try {
      const params = { id: device.id }
      if (action === 'approve')
        await request('POST /api/devices/:id/approve', {
          params,
          body: { owner: owner.trim(), carrier: carrier.trim() || null },
        })
      else await request('POST /api/devices/:id/block', { params, body: { reason: reason.trim() } })
      message.success(action === 'approve' ? t.devices.approved : t.devices.blocked)
      onDone()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={action === 'approve' ? t.devices.approveTitle(device.id) : t.devices.blockTitle(device.id)}
      okText={t.finding.submit}
      cancelText={t.finding.cancel}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <form
        className="device-form"
        onSubmit={(e) => {
          e.preventDefault()
          void submit()
        }}
      >
        {action === 'approve' ? (
          <>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Ant Design's or a plain field */}
            <label>
              {t.devices.owner}
              {units.length > 0 ? (
                <Select
                  showSearch
                  optionFilterProp="label"
                  value={owner || null}
                  options={units.map((u) => ({ value: u.id, label: say(u.name) }))}
                  onChange={setOwner}
                />
              ) : (
                <input className="field" value={owner} onChange={(e) => setOwner(e.target.value)} />
              )}
            </label>
            <label>
              {t.devices.carrier}
              <input
                className="field mono"
                value={carrier}
                placeholder={t.devices.carrierHint}
                onChange={(e) => setCarrier(e.target.value)}
              />
            </label>
          </>
        ) : (
          <label>
            {t.finding.reason}　<span className="muted">{t.devices.blockHint}</span>
            {/* biome-ignore lint/a11y/noAutofocus: the dialog was opened to write */}
            <textarea className="field" rows={3} autoFocus value={reason} onChange={(e) => setReason(e.target.value)} />
          </label>
        )}
        <p className="device-problem" role="alert">
          {problem}
        </p>
      </form>
    </Modal>
  )
}
