import { type PointerEvent, useEffect, useMemo, useRef, useState, type WheelEvent } from 'react'
import type { SpanView } from '../../../server/contract/recordings.ts'
import type { ReviewedSpan, ReviewTimeline, ReviewView } from '../../../server/contract/reviews.ts'
import { kindOf } from '../../i18n/kind-of.ts'
import { say, useWords } from '../../i18n/language.ts'
import { addressOf } from '../../live/request.ts'
import { useUser } from '../../session/session.ts'
import { dateOf, dateTimeOf, durationOf, timeOf } from '../../ui/format.ts'
import { following, instantAt, shareOf, ticksOf, type Window, zoomed } from './axis.ts'
import { hatchOf, marksOf, shiftAt } from './model.ts'
import { playhead, seekTo, usePlayhead } from './playhead.ts'
import type { Spans } from './use-spans.ts'

interface Props {
  readonly review: ReviewView
  readonly range: Window
  readonly spans: Spans
  readonly timeline: ReviewTimeline | undefined
}

/** A hover is a question only when the hand rests. */
const REST_MS = 180

/** One line a source on one axis: what is recorded, what is not and why, what was told, what was looked at. */
export const Scrubber = ({ review, range, spans, timeline }: Props) => {
  const words = useWords()
  const t = words.review
  const me = useUser().name
  const { at, mark } = usePlayhead()
  const [shown, setShown] = useState<Window>(range)
  const box = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<{ readonly at: number; readonly source: string | undefined; readonly x: number }>()
  useEffect(() => setShown((w) => following(w, at, range)), [at, range])
  const marks = useMemo(
    () => (timeline ? marksOf(timeline, say, (kind) => kindOf(words, kind)) : []),
    [timeline, words],
  )
  const percent = (moment: number): string => `${(Math.max(0, Math.min(1, shareOf(moment, shown))) * 100).toFixed(3)}%`
  const wide = (from: number, to: number): string =>
    `${(Math.max(0, Math.min(1, shareOf(to, shown)) - Math.max(0, shareOf(from, shown))) * 100).toFixed(3)}%`
  const momentOf = (e: { readonly clientX: number }): number => {
    const frame = box.current?.getBoundingClientRect()
    return frame ? instantAt((e.clientX - frame.left) / frame.width, shown) : at
  }
  const drag = (e: PointerEvent): void => {
    if (e.type === 'pointermove' && (e.buttons & 1) === 0) {
      const source = (e.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line
      return setHover({ at: momentOf(e), source, x: e.clientX - (box.current?.getBoundingClientRect().left ?? 0) })
    }
    if (e.type === 'pointerdown') {
      if (e.button !== 0) return
      box.current?.setPointerCapture(e.pointerId)
      playhead.set({ ...playhead.get(), playing: false })
    }
    setHover(undefined)
    seekTo(momentOf(e), range)
  }
  const wheel = (e: WheelEvent): void => setShown((w) => zoomed(w, momentOf(e), e.deltaY > 0 ? 1.4 : 1 / 1.4, range))
  const day = shown.to - shown.from > 86_400_000
  return (
    <section className="review-scrubber panel" aria-label={t.axis}>
      <div className="scrub-names">
        <span className="scrub-name muted">{t.marks}</span>
        {review.sources.map((source) => (
          <span key={source} className="scrub-name scrub-source" title={spans.names.get(source)}>
            <bdi>{spans.names.get(source) ?? source}</bdi>
          </span>
        ))}
      </div>
      <div
        className="scrub-axis"
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={t.axis}
        aria-valuemin={range.from}
        aria-valuemax={range.to}
        aria-valuenow={Math.round(at)}
        aria-valuetext={dateTimeOf(at)}
        onPointerDown={drag}
        onPointerMove={drag}
        onPointerLeave={() => setHover(undefined)}
        onWheel={wheel}
      >
        {ticksOf(shown).map((tick) => (
          <span key={tick} className="scrub-tick" style={{ left: percent(tick) }}>
            {day ? dateOf(tick).slice(5) : timeOf(tick)}
          </span>
        ))}
        <div className="scrub-line scrub-marks">
          {marks
            .filter((m) => (m.to ?? m.at) >= shown.from && m.at <= shown.to)
            .slice(0, 1_000)
            .map((m) => (
              <button
                key={m.key}
                type="button"
                tabIndex={-1}
                className={`scrub-mark scrub-${m.is} ${m.grade === null ? '' : `grade-${m.grade}`}`}
                style={{ left: percent(m.at), width: m.to === null ? undefined : `max(4px, ${wide(m.at, m.to)})` }}
                title={`${dateTimeOf(m.at)}　${m.text}`}
                aria-label={`${dateTimeOf(m.at)} ${m.text}`}
                onPointerDown={(e) => {
                  e.stopPropagation()
                  seekTo(m.at, range)
                }}
              />
            ))}
        </div>
        {review.sources.map((source) => (
          <Line
            key={source}
            source={source}
            spans={spans.lines.get(source) ?? []}
            reviewed={timeline?.reviewed.filter((r) => r.source === source) ?? []}
            me={me}
            shiftMs={shiftAt(timeline, source, at).shiftMs}
            shown={shown}
            percent={percent}
            wide={wide}
          />
        ))}
        {mark.from !== null && <span className="scrub-handle scrub-from" style={{ left: percent(mark.from) }} />}
        {mark.to !== null && <span className="scrub-handle scrub-to" style={{ left: percent(mark.to) }} />}
        {mark.from !== null && mark.to !== null && (
          <span className="scrub-range" style={{ left: percent(mark.from), width: wide(mark.from, mark.to) }} />
        )}
        <span className="scrub-head" style={{ left: percent(at) }} />
        {hover !== undefined && <Preview review={review} hover={hover} />}
      </div>
      {spans.error !== undefined && (
        <p role="alert" className="review-error">
          {spans.error.message}{' '}
          <button type="button" className="button button-small" onClick={spans.again}>
            {t.retry}
          </button>
        </p>
      )}
      <Legend />
    </section>
  )
}

interface LineProps {
  readonly source: string
  readonly spans: readonly SpanView[]
  readonly reviewed: readonly ReviewedSpan[]
  readonly me: string
  readonly shiftMs: number
  readonly shown: Window
  readonly percent: (at: number) => string
  readonly wide: (from: number, to: number) => string
}

const Line = ({ source, spans, reviewed, me, shiftMs, shown, percent, wide }: LineProps) => {
  const t = useWords().review
  const seen = (from: number, to: number): boolean => to >= shown.from && from <= shown.to
  return (
    <div className="scrub-line" data-line={source}>
      {spans
        .filter((s) => seen(s.from + shiftMs, s.to + shiftMs))
        .map((s) => (
          <span
            key={s.from}
            className={`scrub-span ${s.is === 'gap' ? `hatch-${hatchOf(s.cause)}` : `scrub-${s.is}`} ${s.late ? 'scrub-late' : ''}`}
            style={{ left: percent(s.from + shiftMs), width: wide(s.from + shiftMs, s.to + shiftMs) }}
            title={`${s.is === 'gap' ? t.causes[s.cause ?? 'unknown'] : s.late ? t.late : s.is === 'open' ? t.openSpan : t.recorded}　${dateTimeOf(s.from)} — ${dateTimeOf(s.to)}　${durationOf(s.to - s.from)}`}
          />
        ))}
      {reviewed
        .filter((r) => seen(r.from, r.to))
        .map((r) => (
          <span
            key={r.seq}
            className={`scrub-reviewed ${r.by === me ? 'mine' : ''}`}
            style={{ left: percent(r.from), width: wide(r.from, r.to) }}
            title={`${t.reviewedBy(r.by)}　${dateTimeOf(r.from)} — ${dateTimeOf(r.to)}`}
          />
        ))}
    </div>
  )
}

/** The picture under the resting hand. */
const Preview = ({
  review,
  hover: { at, source, x },
}: {
  readonly review: ReviewView
  readonly hover: { readonly at: number; readonly source: string | undefined; readonly x: number }
}) => {
  const [asked, setAsked] = useState<string>()
  useEffect(() => {
    setAsked(undefined)
    if (source === undefined) return
    const moment = Math.round(at / 1000) * 1000
    const rest = setTimeout(
      () =>
        setAsked(
          addressOf('GET /api/reviews/:id/preview', { params: { id: review.id }, query: { source, at: moment } }),
        ),
      REST_MS,
    )
    return () => clearTimeout(rest)
  }, [review.id, source, at])
  return (
    <span className="scrub-preview" style={{ left: x }}>
      {asked !== undefined && <img src={asked} alt="" onError={(e) => e.currentTarget.remove()} />}
      <b>{dateTimeOf(at)}</b>
    </span>
  )
}

const Legend = () => {
  const t = useWords().review
  return (
    <p className="scrub-legend muted">
      <span className="scrub-key scrub-recorded" /> {t.recorded}
      <span className="scrub-key hatch-down" /> {t.hatches.down}
      <span className="scrub-key hatch-never" /> {t.hatches.never}
      <span className="scrub-key hatch-expired" /> {t.hatches.expired}
      <span className="scrub-key hatch-other" /> {t.hatches.other}
      <span className="scrub-key scrub-late" /> {t.late}
      <span className="scrub-key scrub-seen" /> {t.hatches.reviewed}
    </p>
  )
}
