import { useEffect, useMemo, useRef, useState } from 'react'
import type { SpanView } from '../../../server/contract/recordings.ts'
import type { ReviewView } from '../../../server/contract/reviews.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { setParams } from '../../ui/location.ts'
import { nextPicture } from './axis.ts'
import { Controls } from './controls.tsx'
import { columnsOf, joined, layoutOf, shiftAt } from './model.ts'
import type { PlayerState } from './player.ts'
import { moved, PATIENCE_MS, playhead, resetPlayhead, seekTo } from './playhead.ts'
import { createRecordingStore } from './recording-store.ts'
import { Scrubber } from './scrubber.tsx'
import { Side } from './side.tsx'
import { Sources } from './sources.tsx'
import { Tile } from './tile.tsx'
import { useSpans } from './use-spans.ts'

/** The opened review: pictures, the axis, and everything that was told at those moments. */
export const Stage = ({ review, again }: { readonly review: ReviewView; readonly again: () => void }) => {
  const t = useWords().review
  const range = useMemo(() => ({ from: review.from, to: review.to }), [review.from, review.to])
  const [focus, setFocus] = useState<string | null>(layoutOf(review).focus)
  const [choosing, setChoosing] = useState(review.sources.length === 0)
  const [, redraw] = useState(0)
  const store = useMemo(() => createRecordingStore(review.id, range, () => redraw((n) => n + 1)), [review.id, range])
  useEffect(() => () => store.close(), [store])
  useEffect(() => resetPlayhead(review.at), [review.at])
  const spans = useSpans(review.sources, range)
  const [asked, askAgain] = useRequest(`timeline ${review.id} ${range.from} ${range.to}`, async (signal) => {
    const pages = []
    let cursor: string | undefined
    do {
      const page = await request('GET /api/reviews/:id/timeline', {
        params: { id: review.id },
        query: { cursor },
        signal,
      })
      pages.push(page)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    return joined(pages, range)
  })
  const timeline = asked.value
  const states = useRef(new Map<string, PlayerState>())
  const lines = useRef(spans.lines)
  lines.current = spans.lines
  useRun(range, states, lines)

  const shown = focus !== null && review.sources.includes(focus) ? [focus] : review.sources
  const close = async (): Promise<void> => {
    await request('DELETE /api/reviews/:id', { params: { id: review.id } }).catch(() => undefined)
    setParams({ review: undefined })
  }
  return (
    <div className="review">
      <header className="review-head">
        <span className="review-badge">{t.badge}</span>
        <h2>{say(review.title)}</h2>
        <span className="muted">
          {dateTimeOf(range.from)} — {dateTimeOf(range.to)}
        </span>
        <span className="review-why" title={t.purpose}>
          {t.purpose}：{review.purpose}
        </span>
        <button type="button" className="button button-small" onClick={() => setChoosing(true)}>
          {t.sources(review.sources.length)}
        </button>
        <button type="button" className="button button-small" onClick={() => void close()}>
          {t.close}
        </button>
      </header>
      <div className="review-wall" style={{ '--columns': columnsOf(shown.length) } as React.CSSProperties}>
        {shown.length === 0 && <p className="message muted">{t.noSources}</p>}
        {shown.map((source) => (
          <Tile
            key={source}
            source={source}
            name={spans.names.get(source) ?? source}
            review={review}
            store={store}
            spans={spans.lines.get(source)}
            shift={(at) => shiftAt(timeline, source, at)}
            focused={focus === source}
            onFocus={() => setFocus(focus === source ? null : source)}
            onState={(state) => states.current.set(source, state)}
            onGone={() => states.current.delete(source)}
          />
        ))}
      </div>
      <Side
        review={review}
        timeline={timeline}
        error={asked.is === 'failed' ? asked.error : undefined}
        again={askAgain}
        range={range}
      />
      <Controls
        review={review}
        range={range}
        focus={focus}
        setFocus={setFocus}
        timeline={timeline}
        onChanged={askAgain}
        onSources={() => setChoosing(true)}
        framesOf={() => store.around(focus ?? review.sources[0] ?? '', playhead.get().at).segments}
      />
      <Scrubber review={review} range={range} spans={spans} timeline={timeline} />
      {choosing && (
        <Sources
          review={review}
          onDone={(changed) => {
            setChoosing(false)
            if (changed) again()
          }}
        />
      )}
      <p className="review-keys muted">
        <Kbd k="Space" /> {t.keys.play} <Kbd k="J" /> <Kbd k="K" /> <Kbd k="L" /> {t.keys.shuttle} <Kbd k="," />{' '}
        <Kbd k="." /> {t.keys.frame} <Kbd k="[" /> <Kbd k="]" /> {t.keys.range} <Kbd k="P" /> {t.keys.pin} <Kbd k="R" />{' '}
        {t.keys.reviewed}
      </p>
    </div>
  )
}

/** Moves the playhead with the viewer's clock; waits for pictures that are on their way, but not for ever. */
const useRun = (
  range: { readonly from: number; readonly to: number },
  states: React.RefObject<Map<string, PlayerState>>,
  lines: React.RefObject<ReadonlyMap<string, readonly SpanView[]>>,
): void => {
  useEffect(() => {
    let frame = 0
    let last = performance.now()
    let waitedMs = 0
    const run = (nowMs: number): void => {
      const elapsed = Math.min(250, nowMs - last)
      last = nowMs
      const p = playhead.get()
      if (p.playing) {
        const all = [...states.current.values()]
        const waiting = all.some((s) => s === 'loading')
        waitedMs = waiting ? waitedMs + elapsed : 0
        if (!waiting || waitedMs > PATIENCE_MS) {
          // Where nothing at all was recorded there is nothing to watch: on to the next picture, and the axis shows the leap.
          const empty = all.length > 0 && all.every((s) => s === 'gap') && p.rate > 0
          const next = empty ? nextPicture(lines.current.values(), p.at) : undefined
          if (next !== undefined && next > p.at + 1_500) seekTo(next, range)
          else playhead.set(moved(p, elapsed, range))
        }
      }
      frame = requestAnimationFrame(run)
    }
    frame = requestAnimationFrame(run)
    return () => cancelAnimationFrame(frame)
  }, [range, states, lines])
}
