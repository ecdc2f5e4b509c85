import { CloseOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { CarrierView, TrackPoint } from '../../../server/contract/views.ts'
import { say, useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { request } from '../../live/request.ts'
import { useNow, useTopic } from '../../live/use-live.ts'
import { showOnMap } from '../../map/show.ts'
import { useMay } from '../../session/session.ts'
import { useCursor } from '../../time/cursor.ts'
import { carrierName } from '../../ui/carrier-name.ts'
import { durationOf, numberOf, placeOf, shortOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { LastMessages } from './last-messages.tsx'
import { Figure } from './legend.tsx'
import { compass, freshness, WORTH_SAYING_MS } from './model.ts'

interface Props {
  readonly picture: Picture
  readonly id: string
  readonly track: { readonly points: readonly TrackPoint[]; readonly truncated: boolean } | undefined
  readonly tailMinutes: number
  readonly onClose: () => void
}

/** One car or officer: where, how fresh by both clocks, on what duty, what its device last said. */
export const UnitPanel = ({ picture, id, track, tailMinutes, onClose }: Props) => {
  const t = useWords()
  useTopic(picture, `carrier:${id}`)
  useTopic(picture, 'zones')
  const clock = useNow()
  const live = useCursor().mode === 'live'
  const c = picture.carriers.get(id)
  if (c === undefined)
    return picture.at() === undefined ? (
      <Waiting rows={4} />
    ) : (
      <Message title={t.situation.noUnits} action={{ label: t.situation.close, run: onClose }} />
    )
  const now = live ? clock : (picture.at() ?? clock)
  const unit = picture.units.get(c.unit)
  return (
    <div className="unit-panel">
      <header>
        <Figure kind={c.kind} state={c.state} />
        <div>
          <b>{carrierName(c)}</b> {c.plate !== null && <span className="mono">{c.plate}</span>}
          <small className="muted">
            {t.carrier.kinds[c.kind]} · {unit === undefined ? c.unit : say(unit.name)}
          </small>
        </div>
        <span className={`state-tag state-${c.state}`} title={t.carrier.stateHints[c.state]}>
          {t.carrier.states[c.state]}
        </span>
        <button
          type="button"
          className="plain switch"
          aria-label={t.situation.close}
          title={`${t.situation.close} (Esc)`}
          onClick={onClose}
        >
          <CloseOutlined />
        </button>
      </header>
      <Where c={c} now={now} />
      <Duty c={c} picture={picture} now={now} />
      <div className="unit-buttons">
        <button type="button" className="button" disabled={c.position === null} onClick={() => showOnMap(c.position)}>
          {t.situation.follow}
        </button>
        {live && <Locate c={c} />}
      </div>
      <p className="muted unit-tail">
        {t.situation.tail(tailMinutes)} · {track?.points.length ?? 0}
        {track?.truncated === true && ` · ${t.situation.tailCut}`}
        {track?.points.some((p) => p.delivery === 'backfill') === true && ` · ${t.situation.backfilled}`}
      </p>
      {live && <LastMessages id={id} />}
    </div>
  )
}

const Where = ({ c, now }: { readonly c: CarrierView; readonly now: number }) => {
  const t = useWords().situation
  const words = useWords()
  const { observedAgo, recordedAgo, lag } = freshness(c, now)
  const worry = c.state === 'live' ? '' : `state-${c.state}`
  return (
    <dl className="facts">
      <dt>{t.deviceClock}</dt>
      <dd className={worry}>
        {c.observedAt === null || observedAgo === null
          ? words.none
          : `${shortOf(c.observedAt, now)}　${t.ago(durationOf(observedAgo))}`}
      </dd>
      <dt>{t.ourClock}</dt>
      <dd className={worry}>
        {c.recordedAt === null || recordedAgo === null
          ? words.none
          : `${shortOf(c.recordedAt, now)}　${t.ago(durationOf(recordedAgo))}`}
        {lag !== null && Math.abs(lag) > WORTH_SAYING_MS && (
          <span className="chip chip-warn">{t.lag(durationOf(Math.abs(lag)))}</span>
        )}
      </dd>
      <dt>{t.position}</dt>
      <dd>
        {c.position === null ? t.noPosition : <span className="mono">{placeOf(c.position)}</span>}{' '}
        {c.mocked && (
          <span className="chip chip-warn" title={words.carrier.mockedHint}>
            {words.carrier.mocked}
          </span>
        )}
      </dd>
      <dt>{t.accuracy}</dt>
      <dd>{c.accuracyM === null ? t.accuracyUnknown : `± ${numberOf(c.accuracyM)} m`}</dd>
      <dt>{t.speed}</dt>
      <dd>
        {c.speedKmh === null ? t.speedUnknown : c.speedKmh < 1 ? t.stopped : `${numberOf(c.speedKmh)} km/h`}
        {c.headingDeg !== null &&
          (c.speedKmh ?? 0) >= 3 &&
          `　${t.headings[compass(c.headingDeg)]} ${numberOf(c.headingDeg)}°`}
      </dd>
      <dt>{t.device}</dt>
      <dd>
        <span className="mono">{c.device ?? words.none}</span>{' '}
        <span className={`chip ${c.online ? 'chip-ok' : 'chip-warn'}`}>{c.online ? t.online : t.offline}</span>
      </dd>
    </dl>
  )
}

const Duty = ({ c, picture, now }: { readonly c: CarrierView; readonly picture: Picture; readonly now: number }) => {
  const t = useWords().situation
  const beat = c.shift?.beat == null ? undefined : picture.zones.get(c.shift.beat)
  return (
    <dl className="facts">
      <dt>{t.shift}</dt>
      <dd>{c.shift === null ? t.noShift : `${shortOf(c.shift.startsAt, now)} – ${shortOf(c.shift.endsAt, now)}`}</dd>
      {c.shift !== null && (
        <>
          <dt>{t.beat}</dt>
          <dd>{beat === undefined ? (c.shift.beat ?? t.noBeat) : say(beat.name)}</dd>
        </>
      )}
      <dt>{t.order}</dt>
      <dd>
        {c.order === null ? (
          t.noOrder
        ) : (
          <span className={`chip ${c.order.urgent ? 'chip-warn' : ''}`}>
            {c.order.urgent ? t.urgentOrder : t.order}
          </span>
        )}{' '}
        {c.order?.id}
      </dd>
    </dl>
  )
}

/** The vehicle's roll-call: asks, shows that it asks, and says what came of it. */
const Locate = ({ c }: { readonly c: CarrierView }) => {
  const t = useWords().situation
  const may = useMay()
  const [state, setState] = useState<{ busy: boolean; text: string; bad: boolean }>()
  if (!may('carriers.locate') || c.device === null) return null
  const ask = async (): Promise<void> => {
    const began = performance.now()
    setState({ busy: true, text: t.locating, bad: false })
    try {
      const { answered, point } = await request('POST /api/carriers/:id/locate', { params: { id: c.id }, body: {} })
      const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
      const text = !answered
        ? t.notLocated
        : point?.position == null
          ? t.locateNoFix
          : `${t.located(took)}　${placeOf(point.position)}`
      setState({ busy: false, text, bad: !answered })
    } catch (error) {
      setState({ busy: false, text: error instanceof Error ? error.message : String(error), bad: true })
    }
  }
  return (
    <>
      <button type="button" className="button" disabled={state?.busy} onClick={() => void ask()}>
        {t.locate}
      </button>
      <output className={`locate ${state?.busy ? 'locate-busy' : ''} ${state?.bad ? 'state-silent' : ''}`}>
        {state?.text}
      </output>
    </>
  )
}
