import { type MouseEvent, useState } from 'react'
import type { CameraView } from '../../../server/contract/video.ts'
import { useWords } from '../../i18n/language.ts'

type Zones = CameraView['privacyZones']
type Point = readonly [number, number]

interface Props {
  readonly zones: Zones
  /** A picture of the camera to draw on; null: none was taken. */
  readonly picture: string | null
  readonly onChange: (zones: Zones) => void
}

const pointsOf = (zone: readonly Point[]): string => zone.map(([x, y]) => `${x * 100},${y * 100}`).join(' ')
const FEWEST = 3

/** Parts of the picture that live viewers shall not see, drawn corner by corner. */
export const ZoneEditor = ({ zones, picture, onChange }: Props) => {
  const t = useWords().cameras.zones
  const [open, setOpen] = useState<readonly Point[]>([])
  const add = (e: MouseEvent<HTMLButtonElement>): void => {
    const { left, top, width, height } = e.currentTarget.getBoundingClientRect()
    const share = (n: number): number => Math.round(Math.max(0, Math.min(1, n)) * 1000) / 1000
    setOpen([...open, [share((e.clientX - left) / width), share((e.clientY - top) / height)]])
  }
  const finish = (): void => {
    onChange([...zones, open])
    setOpen([])
  }
  return (
    <div className="zones">
      <p className="muted">
        {t.hint}
        {picture === null && `　${t.noPicture}`}
      </p>
      <button type="button" className="zones-board" aria-label={t.hint} onClick={add}>
        {picture !== null && <img src={picture} alt="" />}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {zones.map((zone) => (
            <polygon key={pointsOf(zone)} points={pointsOf(zone)} className="zone-done" />
          ))}
          <polyline points={pointsOf(open)} className="zone-open" />
          {open.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x * 100} cy={y * 100} r="0.9" className="zone-corner" />
          ))}
        </svg>
      </button>
      <p className="zones-tools">
        <button
          type="button"
          className="button button-small"
          disabled={open.length < FEWEST || zones.length >= 16}
          title={t.tooFew}
          onClick={finish}
        >
          {t.finish}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={open.length === 0}
          onClick={() => setOpen(open.slice(0, -1))}
        >
          {t.undo}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={zones.length === 0}
          onClick={() => onChange([])}
        >
          {t.clear(zones.length)}
        </button>
      </p>
    </div>
  )
}
