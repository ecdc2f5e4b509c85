import { useCallback, useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { useRequest } from '../../live/use-request.ts'
import { loadGround } from '../../map/ground.ts'
import { useMay } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'
import { usePicture } from '../../time/replay.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams, usePlace } from '../../ui/location.ts'
import { Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FindingList } from './finding-list.tsx'
import { loadGeoman } from './geoman.ts'
import { IncidentCard } from './incident-card.tsx'
import { IncidentList } from './incident-list.tsx'
import './incidents.css'
import { MapPanel } from './map-panel.tsx'
import { noFilter } from './model.ts'
import './situation.css'
import { TimeBar } from './time-bar.tsx'
import { TAIL_MS, useTrack } from './track.ts'
import { UnitList } from './unit-list.tsx'
import { UnitPanel } from './unit-panel.tsx'
import { useIncidents } from './use-incidents.ts'

/** Map, units, findings and time bar of one instant: now, or the one that the cursor points at. */
export const Situation = () => {
  const t = useWords()
  const may = useMay()
  const picture = usePicture()
  const live = useCursor().mode === 'live'
  const { params } = usePlace()
  const [filter, setFilter] = useState(noFilter)
  const chosen = params.unit
  const editing = params.edit === 'zones' && may('zones.edit') && live
  const calls = useIncidents()
  const incident = live ? calls.held.byId.get(params.incident ?? '') : undefined
  const track = useTrack(chosen)
  const [ground] = useRequest('ground', async () => {
    const [data] = await Promise.all([loadGround(), may('zones.edit') ? loadGeoman() : undefined])
    return data
  })
  const choose = useCallback((id: string | undefined) => setParams({ unit: id }), [])
  const edit = (on: boolean): void => setParams({ edit: on ? 'zones' : undefined })
  useKeys({ Esc: chosen !== undefined && !editing ? () => choose(undefined) : undefined })
  const running = live ? [...calls.held.byId.values()].filter((v) => v.overAt === null).length : 0
  const failed = ground.is === 'failed' ? ground.error.message : undefined

  return (
    <div className="situation">
      <Panel title={t.situation.units} className="situation-units">
        <UnitList picture={picture} filter={filter} chosen={chosen} onFilter={setFilter} onChoose={choose} />
      </Panel>
      <Panel className="situation-centre" label={t.pages.situation}>
        {ground.is === 'loading' ? (
          <Waiting rows={10} />
        ) : (
          <MapPanel
            picture={picture}
            county={ground.value?.county}
            tiles={ground.value?.tiles ?? null}
            filter={filter}
            chosen={chosen}
            trail={track?.points ?? []}
            incidents={live ? [...calls.held.byId.values()] : []}
            incident={incident?.id}
            editing={editing}
            onChoose={choose}
            onEdited={() => edit(false)}
          />
        )}
        {incident !== undefined && !editing && <IncidentCard one={incident} picture={picture} />}
        {failed !== undefined && <p className="map-failed">{`${t.situation.noMap}　${failed}`}</p>}
        {may('zones.edit') && live && !editing && (
          <button type="button" className="button map-edit" onClick={() => edit(true)}>
            {t.situation.zonesEdit}
          </button>
        )}
      </Panel>
      <div className="situation-side">
        {chosen !== undefined && (
          <Panel label={t.situation.units} className="situation-unit">
            <UnitPanel
              key={chosen}
              picture={picture}
              id={chosen}
              track={track}
              tailMinutes={TAIL_MS / 60_000}
              onClose={() => choose(undefined)}
            />
          </Panel>
        )}
        <Panel
          title={t.dispatch.title}
          extra={<span className="muted">{t.dispatch.running(running)}</span>}
          className="situation-incidents"
        >
          <IncidentList picture={picture} {...calls} />
        </Panel>
        <Panel title={t.situation.findings} className="situation-findings">
          <FindingList picture={picture} />
        </Panel>
      </div>
      <TimeBar picture={picture} />
    </div>
  )
}
