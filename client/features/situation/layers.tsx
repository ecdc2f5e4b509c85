import { AimOutlined, BlockOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { createPreference } from '../../ui/preference.ts'
import { useValue } from '../../ui/subscribable.ts'
import { Legend } from './legend.tsx'

const all = { grid: true, townships: true, roads: true, labels: true, zones: true, tiles: true }
type Choice = typeof all

const isChoice = (x: unknown): x is Choice =>
  typeof x === 'object' && x !== null && Object.keys(all).every((k) => k in x)

export const groundChoice = createPreference<Choice>('layers', all, isChoice)

/** What is drawn of the ground, the legend, and the way back to the whole county: the person's business only. */
export const LayerMenu = ({ hasTiles, onFit }: { readonly hasTiles: boolean; readonly onFit: () => void }) => {
  const t = useWords().situation
  const choice = useValue(groundChoice)
  const [open, setOpen] = useState(false)
  const names = {
    zones: t.zones,
    townships: t.townships,
    roads: t.roads,
    labels: t.labels,
    grid: t.grid,
    tiles: t.tiles,
  }
  return (
    <div className="map-tools">
      <div className="map-buttons">
        <button type="button" className="button" onClick={onFit} title={t.fitHint}>
          <AimOutlined /> {t.fit}
        </button>
        <button
          type="button"
          className={`button ${open ? 'button-on' : ''}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <BlockOutlined /> {t.layers}
        </button>
      </div>
      {open && (
        <div className="map-menu">
          {(Object.keys(names) as (keyof Choice)[])
            .filter((k) => k !== 'tiles' || hasTiles)
            .map((k) => (
              <label key={k}>
                <input
                  type="checkbox"
                  checked={choice[k]}
                  onChange={(e) => groundChoice.set({ ...choice, [k]: e.target.checked })}
                />{' '}
                {names[k]}
              </label>
            ))}
          <Legend />
        </div>
      )}
    </div>
  )
}
