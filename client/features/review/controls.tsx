import {
  CaretRightOutlined,
  FastBackwardOutlined,
  FastForwardOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons'
import { useState } from 'react'
import type { SegmentView } from '../../../server/contract/recordings.ts'
import type { ReviewTimeline, ReviewView } from '../../../server/contract/reviews.ts'
import { say, useWords } from '../../i18n/language.ts'
import { useMay } from '../../session/session.ts'
import { dateTimeOf, timeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MomentField } from '../../ui/moment-field.tsx'
import { Action, type ActionKind } from './action.tsx'
import { segmentAt, type Window } from './axis.ts'
import { marksOf, neighbour } from './model.ts'
import { playhead, rates, seekTo, shuttled, usePlayhead, withHandle } from './playhead.ts'

interface Props {
  readonly review: ReviewView
  readonly range: Window
  readonly focus: string | null
  readonly setFocus: (source: string | null) => void
  readonly timeline: ReviewTimeline | undefined
  readonly onChanged: () => void
  readonly onSources: () => void
  /** Segments of the picture whose frames are stepped. */
  readonly framesOf: () => readonly SegmentView[]
}

/** A frame when nothing tells the pace of the picture. */
const USUAL_FRAME_MS = 40
const keyOf: Partial<Readonly<Record<ActionKind, string>>> = { pin: 'P', note: 'N', reviewed: 'R' }

export const Controls = ({ review, range, focus, setFocus, timeline, onChanged, onSources, framesOf }: Props) => {
  const t = useWords().review
  const may = useMay()
  const p = usePlayhead()
  const [acting, setActing] = useState<ActionKind>()
  const set = (change: Partial<typeof p>): void => playhead.set({ ...playhead.get(), ...change })
  const toggle = (): void => {
    const now = playhead.get()
    set({ playing: !now.playing, rate: now.rate < 0 ? 1 : now.rate })
  }
  const step = (direction: 1 | -1): void => {
    const { at } = playhead.get()
    const fps = segmentAt(framesOf(), at)?.fps
    set({ playing: false })
    seekTo(at + direction * (fps ? 1000 / fps : USUAL_FRAME_MS), range)
  }
  const jump = (ms: number): void => seekTo(playhead.get().at + ms, range)
  const toMark = (direction: 1 | -1): void => {
    const marks = timeline ? marksOf(timeline, say, String) : []
    const next = neighbour(marks, playhead.get().at, direction)
    if (next !== undefined) seekTo(next, range)
  }
  useKeys({
    Space: toggle,
    K: () => set({ playing: false }),
    J: () => playhead.set(shuttled(playhead.get(), -1)),
    L: () => playhead.set(shuttled(playhead.get(), 1)),
    ',': () => step(-1),
    '.': () => step(1),
    ArrowLeft: () => jump(-5_000),
    ArrowRight: () => jump(5_000),
    ArrowUp: () => toMark(-1),
    ArrowDown: () => toMark(1),
    '[': () => playhead.set(withHandle(playhead.get(), 'from')),
    ']': () => playhead.set(withHandle(playhead.get(), 'to')),
    P: may('findings.work') ? () => setActing('pin') : undefined,
    N: () => setActing('note'),
    R: () => setActing('reviewed'),
    S: onSources,
    Esc: focus === null ? undefined : () => setFocus(null),
  })
  const actions: readonly ActionKind[] = [
    ...(may('findings.work') ? (['pin'] as const) : []),
    'note',
    'reviewed',
    'clock',
    'share',
    ...(may('video.hold') ? (['hold'] as const) : []),
    ...(may('video.export') ? (['export'] as const) : []),
  ]
  return (
    <section className="review-controls" aria-label={t.controls}>
      <div className="review-transport">
        <button
          type="button"
          className="button"
          aria-label={t.back5}
          title={`${t.back5} ( ← )`}
          onClick={() => jump(-5_000)}
        >
          <FastBackwardOutlined />
        </button>
        <button
          type="button"
          className="button"
          aria-label={t.frameBack}
          title={`${t.frameBack} ( , )`}
          onClick={() => step(-1)}
        >
          <StepBackwardOutlined />
        </button>
        <button type="button" className="button button-main" aria-label={p.playing ? t.pause : t.play} onClick={toggle}>
          {p.playing ? <PauseOutlined /> : <CaretRightOutlined />}
        </button>
        <button
          type="button"
          className="button"
          aria-label={t.frameOn}
          title={`${t.frameOn} ( . )`}
          onClick={() => step(1)}
        >
          <StepForwardOutlined />
        </button>
        <button
          type="button"
          className="button"
          aria-label={t.on5}
          title={`${t.on5} ( → )`}
          onClick={() => jump(5_000)}
        >
          <FastForwardOutlined />
        </button>
        <select
          className="field"
          aria-label={t.rate}
          value={Math.abs(p.rate)}
          onChange={(e) => set({ rate: Number(e.target.value) * (p.rate < 0 ? -1 : 1) })}
        >
          {rates.map((rate) => (
            <option key={rate} value={rate}>
              ×{rate}
            </option>
          ))}
        </select>
        {p.rate < 0 && p.playing && <span className="chip chip-warn">{t.backwards}</span>}
        <MomentField at={Math.round(p.at)} label={t.moment} onMoment={(at) => at !== undefined && seekTo(at, range)} />
      </div>
      <div className="review-mark">
        <button
          type="button"
          className="button button-small"
          onClick={() => playhead.set(withHandle(playhead.get(), 'from'))}
        >
          {p.mark.from === null ? t.handleFrom : timeOf(p.mark.from)}
          <Kbd k="[" />
        </button>
        <span>—</span>
        <button
          type="button"
          className="button button-small"
          onClick={() => playhead.set(withHandle(playhead.get(), 'to'))}
        >
          {p.mark.to === null ? t.handleTo : timeOf(p.mark.to)}
          <Kbd k="]" />
        </button>
        {(p.mark.from !== null || p.mark.to !== null) && (
          <button type="button" className="button button-small" onClick={() => set({ mark: { from: null, to: null } })}>
            {t.noMark}
          </button>
        )}
      </div>
      <div className="review-actions">
        {actions.map((kind) => (
          <button
            key={kind}
            type="button"
            className={`button button-small ${acting === kind ? 'button-on' : ''}`}
            onClick={() => setActing(acting === kind ? undefined : kind)}
          >
            {t.actions[kind]}
            {keyOf[kind] !== undefined && <Kbd k={keyOf[kind]} />}
          </button>
        ))}
      </div>
      {acting !== undefined && (
        <Action
          key={`${acting} ${dateTimeOf(p.mark.from ?? 0)} ${dateTimeOf(p.mark.to ?? 0)}`}
          kind={acting}
          review={review}
          source={focus ?? review.sources[0] ?? null}
          timeline={timeline}
          mark={p.mark}
          at={Math.round(p.at)}
          onDone={(changed) => {
            setActing(undefined)
            if (changed) onChanged()
          }}
        />
      )}
    </section>
  )
}
