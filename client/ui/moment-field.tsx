import { useState } from 'react'
import { dateTimeOf } from './format.ts'

/** `2026-11-22 13:05:11`, also with `T`, `/` or without seconds → instant of China's clock. */
export const parseMoment = (typed: string): number | undefined => {
  const m = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(typed.trim())
  if (m === null) return undefined
  const [, y, mo, d, h, min, s = '00'] = m
  const two = (x = ''): string => x.padStart(2, '0')
  const at = Date.parse(`${y}-${two(mo)}-${two(d)}T${two(h)}:${min}:${s}+08:00`)
  return Number.isNaN(at) ? undefined : at
}

interface Props {
  readonly at: number | undefined
  readonly label: string
  readonly onMoment: (at: number | undefined) => void
}

/**
 * An instant as it is written everywhere else on the screen, 24 hours and seconds, in China's time: the
 * browser's own field would show it in the workstation's language and zone. Enter takes it, Escape forgets it.
 */
export const MomentField = ({ at, label, onMoment }: Props) => {
  const [typed, setTyped] = useState<string>()
  const shown = at === undefined ? '' : dateTimeOf(at)
  const take = (): void => {
    if (typed === undefined) return
    const empty = typed.trim() === ''
    const moment = parseMoment(typed)
    if (empty || moment !== undefined) {
      onMoment(moment)
      setTyped(undefined)
    }
  }
  const bad = typed !== undefined && typed.trim() !== '' && parseMoment(typed) === undefined
  return (
    <input
      className="field moment"
      aria-label={label}
      title={label}
      aria-invalid={bad}
      placeholder="YYYY-MM-DD HH:mm:ss"
      value={typed ?? shown}
      onFocus={(e) => e.target.select()}
      onChange={(e) => setTyped(e.target.value)}
      onBlur={() => (bad ? setTyped(undefined) : take())}
      onKeyDown={(e) => {
        if (e.key === 'Enter') take()
        if (e.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
