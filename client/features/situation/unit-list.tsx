import { useMemo } from 'react'
import type { CarrierState, CarrierView, Grade } from '../../../server/contract/views.ts'
import { GradeShape } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { useNow, useTopic } from '../../live/use-live.ts'
import { showOnMap } from '../../map/show.ts'
import { useCursor } from '../../time/cursor.ts'
import { carrierName } from '../../ui/carrier-name.ts'
import { durationOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Rows } from '../../ui/rows.tsx'
import { Figure } from './legend.tsx'
import { countByState, type Filter, listed, marksOf, noFilter, unitsWith } from './model.ts'

interface Props {
  readonly picture: Picture
  readonly filter: Filter
  readonly chosen: string | undefined
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (id: string) => void
}

const shownStates = ['live', 'last-known', 'silent', 'off-duty'] as const satisfies readonly CarrierState[]

export const UnitList = ({ picture, filter, chosen, onFilter, onChoose }: Props) => {
  const t = useWords()
  const versions = [useTopic(picture, 'carriers'), useTopic(picture, 'findings'), useTopic(picture, 'units')]
  const clock = useNow()
  const replaying = useCursor().mode === 'replay'
  const now = replaying ? (picture.at() ?? clock) : clock
  const { items, counts, marks, units } = useMemo(() => {
    const marks = marksOf(picture.findings.values())
    const carriers = [...picture.carriers.values()]
    return {
      marks,
      items: listed(carriers, filter, marks),
      counts: countByState(carriers),
      units: unitsWith(carriers, picture.units),
    }
  }, [picture, filter, ...versions])
  return (
    <div className="unit-list">
      <div className="unit-filter">
        <input
          className="field"
          type="search"
          placeholder={t.situation.search}
          aria-label={t.situation.search}
          value={filter.text}
          onChange={(e) => onFilter({ ...filter, text: e.target.value })}
        />
        <select
          className="field"
          aria-label={t.finding.unit}
          value={filter.unit ?? ''}
          onChange={(e) => onFilter({ ...filter, unit: e.target.value || undefined })}
        >
          <option value="">{t.situation.all}</option>
          {units.map((u) => (
            <option key={u.id} value={u.id}>
              {say(u.name)}
            </option>
          ))}
        </select>
        <div className="unit-states">
          {shownStates.map((s) => (
            <button
              key={s}
              type="button"
              className={`state-chip state-${s}`}
              aria-pressed={filter.state === s}
              title={t.carrier.stateHints[s]}
              onClick={() => onFilter({ ...filter, state: filter.state === s ? undefined : s })}
            >
              {t.carrier.states[s]} <b>{picture.at() === undefined ? t.none : counts[s]}</b>
            </button>
          ))}
        </div>
      </div>
      {items.length === 0 ? (
        picture.at() === undefined ? (
          <Waiting rows={10} />
        ) : (
          <Message title={t.situation.noUnits} action={{ label: t.situation.all, run: () => onFilter(noFilter) }} />
        )
      ) : (
        <Rows
          items={items}
          height={46}
          id={(c) => c.id}
          chosen={chosen}
          label={t.situation.units}
          row={(c) => (
            <Row
              c={picture.carriers.get(c.id) ?? c}
              unit={picture.units.get(c.unit)?.name}
              mark={marks.get(c.id)}
              now={now}
            />
          )}
          onChoose={onChoose}
          onDouble={(id) => showOnMap(picture.carriers.get(id)?.position)}
        />
      )}
    </div>
  )
}

interface RowProps {
  readonly c: CarrierView
  readonly unit: { readonly zh: string; readonly en: string } | undefined
  readonly mark: Grade | undefined
  readonly now: number
}
const Row = ({ c, unit, mark, now }: RowProps) => {
  const t = useWords()
  return (
    <div className="unit-row">
      <Figure kind={c.kind} state={c.state} />
      <span className="unit-name">
        <b>{carrierName(c)}</b> {mark !== undefined && <GradeShape grade={mark} />}
        <small className="muted">
          {c.plate !== null && <span className="mono">{c.plate}</span>} {unit === undefined ? c.unit : say(unit)}
        </small>
      </span>
      <span className="unit-when">
        <span className={`state-${c.state}`}>{t.carrier.states[c.state]}</span>
        <small className="muted">{c.recordedAt === null ? t.none : durationOf(now - c.recordedAt)}</small>
      </span>
    </div>
  )
}
