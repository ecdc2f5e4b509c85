import { MutedOutlined, SoundOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useEffect } from 'react'
import { useWords } from '../i18n/language.ts'
import { useNow } from '../live/use-live.ts'
import { useMay } from '../session/session.ts'
import { durationOf } from '../ui/format.ts'
import { useValue } from '../ui/subscribable.ts'
import { arm, mute, muteMinutes, sound, startSounding, unmute } from './sound.ts'

/** One click arms it, since browsers give no sound unasked; a mute has an end and is seen while it lasts. */
export const SoundControl = () => {
  const t = useWords().frame
  const may = useMay()
  const { armed, mutedUntilMs } = useValue(sound)
  useNow()
  useEffect(startSounding, [])
  if (!may('findings.view')) return null
  if (!armed)
    return (
      <button type="button" className="plain switch sound-off" title={t.soundOffHint} onClick={() => void arm()}>
        <MutedOutlined /> {t.soundArm}
      </button>
    )
  const muted = mutedUntilMs !== undefined
  const choices = muteMinutes.map((m) => ({ key: String(m), label: t.mute(m), onClick: () => mute(m) }))
  const items = muted ? [{ key: 'unmute', label: t.unmute, onClick: unmute }, ...choices] : choices
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button
        type="button"
        className={`plain switch ${muted ? 'sound-muted' : ''}`}
        title={t.soundOn}
        aria-label={t.sound}
      >
        {muted ? <MutedOutlined /> : <SoundOutlined />}
        {muted && ` ${t.mutedFor(durationOf(mutedUntilMs - performance.now()))}`}
      </button>
    </Dropdown>
  )
}
