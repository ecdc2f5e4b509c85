import { useEffect, useRef, useState } from 'react'
import type { SpanView } from '../../../server/contract/recordings.ts'
import type { ReviewView } from '../../../server/contract/reviews.ts'
import type { CameraView } from '../../../server/contract/video.ts'
import { useWords } from '../../i18n/language.ts'
import { cameras } from '../../live/cameras.ts'
import { bytesOf } from '../../live/request.ts'
import { PrivacyZones } from '../../picture/privacy.tsx'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { useValue } from '../../ui/subscribable.ts'
import { spanAt } from './axis.ts'
import { hatchOf } from './model.ts'
import { createPlayer, type Player, type PlayerState } from './player.ts'
import { playhead } from './playhead.ts'
import type { RecordingStore } from './recording-store.ts'

const NO_ZONES: CameraView['privacyZones'] = []

interface Props {
  readonly source: string
  readonly name: string
  readonly review: ReviewView
  readonly store: RecordingStore
  readonly spans: readonly SpanView[] | undefined
  readonly shift: (at: number) => { readonly shiftMs: number; readonly uncertaintyMs: number }
  readonly focused: boolean
  readonly onFocus: () => void
  readonly onState: (state: PlayerState) => void
  readonly onGone: () => void
}

/** One picture on the axis, with who looks burnt over it, or why there is none. */
export const Tile = ({ source, name, review, store, spans, shift, focused, onFocus, onState, onGone }: Props) => {
  const t = useWords().review
  const known = useValue(cameras)
  const video = useRef<HTMLVideoElement>(null)
  const stamp = useRef<HTMLTimeElement>(null)
  const [state, setState] = useState<PlayerState>('loading')
  const [error, setError] = useState<Error>()
  const player = useRef<Player>(null)
  const latest = useRef({ shift, onState, spans })
  latest.current = { shift, onState, spans }
  const [cause, setCause] = useState<SpanView>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the callbacks are read through `latest`
  useEffect(() => {
    const element = video.current
    if (element === null) return
    const made = createPlayer({
      video: element,
      origin: review.from,
      bytes: bytesOf,
      changed: (next, failure) => {
        setState(next)
        setError(failure)
        latest.current.onState(next)
      },
      drawn: (at) => {
        if (stamp.current) stamp.current.dataset.at = String(at)
      },
    })
    player.current = made
    let frame = 0
    const run = (): void => {
      const { at, playing, rate } = playhead.get()
      // A source whose clock is ahead shows a moment earlier on the axis: its own time is the axis less its shift.
      const { shiftMs } = latest.current.shift(at)
      const own = at - shiftMs
      const { segments, known, error: missed } = store.around(source, own)
      made.show(segments, known, own, playing, rate)
      if (missed !== undefined) setError(missed)
      if (stamp.current) stamp.current.textContent = dateTimeOf(at)
      const line = latest.current.spans
      const here = line && spanAt(line, own)
      setCause((held) => (held === here ? held : here))
      frame = requestAnimationFrame(run)
    }
    frame = requestAnimationFrame(run)
    return () => {
      cancelAnimationFrame(frame)
      made.close()
      onGone()
    }
  }, [source, review.id, review.from, store])

  const { shiftMs, uncertaintyMs } = shift(playhead.get().at)
  const gap = state === 'gap' || (cause?.is === 'gap' && state !== 'shown')
  return (
    <figure className="review-tile" data-state={gap ? 'gap' : state} data-source={source}>
      <video ref={video} muted playsInline preload="auto" onDoubleClick={onFocus} />
      <PrivacyZones zones={known.byId.get(source)?.privacyZones ?? NO_ZONES} video={video} />
      {gap && (
        <div className={`review-gap hatch-${hatchOf(cause?.cause ?? 'unknown')}`}>
          <b>{cause?.is === 'open' ? t.beingRecorded : t.causes[cause?.cause ?? 'unknown']}</b>
          {cause !== undefined && cause.is === 'gap' && (
            <span>
              {dateTimeOf(cause.from)} — {dateTimeOf(cause.to)} · {durationOf(cause.to - cause.from)}
            </span>
          )}
        </div>
      )}
      {state === 'loading' && !gap && <div className="review-loading">{t.loading}</div>}
      {error !== undefined && state !== 'shown' && (
        <div className="review-failed" role="alert">
          <span>{error.message}</span>
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              setError(undefined)
              store.again()
              player.current?.retry()
            }}
          >
            {t.retry}
          </button>
        </div>
      )}
      <span className="review-watermark" aria-hidden="true">
        {`${review.watermark}　`.repeat(3)}
      </span>
      <figcaption>
        <b>{name}</b>
        {cause?.late === true && <span className="chip chip-warn">{t.late}</span>}
        {(shiftMs !== 0 || uncertaintyMs > 0) && (
          <span className="chip" title={t.shiftHint}>
            {t.shift(shiftMs / 1000, uncertaintyMs / 1000)}
          </span>
        )}
        <time ref={stamp} />
        <button type="button" className="button button-small" onClick={onFocus}>
          {focused ? t.allPictures : t.onlyThis}
        </button>
      </figcaption>
    </figure>
  )
}
