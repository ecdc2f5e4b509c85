import { useState } from 'react'
import type { CameraView } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { listed, nameBeneath } from './model.ts'

interface Props {
  readonly cameras: ReadonlyMap<string, CameraView>
  readonly shown: readonly (string | null)[]
  readonly onPick: (camera: string) => void
}

/** All cameras by unit, to be picked or drawn onto a tile. */
export const Tree = ({ cameras, shown, onPick }: Props) => {
  const t = useWords().wall
  const [text, setText] = useState('')
  const [purpose, setPurpose] = useState('')
  const groups = listed(cameras.values(), text, purpose)
  return (
    <div className="tree">
      <div className="tree-filter">
        <input
          className="field"
          type="search"
          placeholder={t.search}
          aria-label={t.search}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <select className="field" aria-label={t.purpose} value={purpose} onChange={(e) => setPurpose(e.target.value)}>
          <option value="">{t.allPurposes}</option>
          {Object.entries(t.purposesOfCameras).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {groups.length === 0 && <p className="tree-none muted">{t.nothingFits}</p>}
      {groups.map(({ unit, cameras: some }) => {
        const view = live.units.get(unit)
        return (
          <section key={unit}>
            <h3>
              {view === undefined ? unit : say(view.name)} <span className="muted">{some.length}</span>
            </h3>
            {some.map((camera) => (
              <button
                key={camera.id}
                type="button"
                className={`tree-camera ${shown.includes(camera.id) ? 'tree-shown' : ''}`}
                title={`${say(camera.name)} · ${t.stateOf[camera.state]}`}
                draggable
                onDragStart={(e) => e.dataTransfer.setData('text/camera', camera.id)}
                onClick={() => onPick(camera.id)}
              >
                <span className={`tile-dot tree-${camera.state}`} aria-hidden="true" />
                <span className="tree-name">{nameBeneath(say(camera.name), view && say(view.name))}</span>
                {camera.state !== 'live' && <span className="muted">{t.stateOf[camera.state]}</span>}
              </button>
            ))}
          </section>
        )
      })}
    </div>
  )
}
