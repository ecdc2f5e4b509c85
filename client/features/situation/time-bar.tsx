import { CaretRightOutlined, PauseOutlined, StepBackwardOutlined, StepForwardOutlined } from '@ant-design/icons'
import { type PointerEvent, useRef } from 'react'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import type { Picture } from '../../live/picture.ts'
import { useNow, useTopic } from '../../live/use-live.ts'
import { backToLive, seek, setPlaying, setSpeed, speeds, useCursor } from '../../time/cursor.ts'
import { useReplayState } from '../../time/replay.ts'
import { dateTimeOf, timeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { MomentField } from '../../ui/moment-field.tsx'
import { barsOf, instantAt, shareOf, spanOf, ticksOf } from './time-bar-model.ts'

const STEP_MS = 10_000

/** The last hours as a bar with what was found in them; a touch of it shows that moment in every panel. */
export const TimeBar = ({ picture }: { readonly picture: Picture }) => {
  const t = useWords()
  const cursor = useCursor()
  const now = useNow()
  const replaying = cursor.mode === 'replay'
  const at = replaying ? cursor.at : now
  const { loading } = useReplayState()
  const toggle = (): void => {
    if (!replaying) seek(now - STEP_MS)
    setPlaying(!(replaying && cursor.playing))
  }
  useKeys({
    Space: replaying ? toggle : undefined,
    ',': replaying ? () => seek(at - STEP_MS) : undefined,
    '.': replaying ? () => seek(at + STEP_MS) : undefined,
  })
  return (
    <section className="time-bar panel" aria-label={t.situation.timeBar}>
      <div className="time-buttons">
        <button
          type="button"
          className="button"
          title={`${t.situation.stepBack} ( , )`}
          aria-label={t.situation.stepBack}
          onClick={() => seek(at - STEP_MS)}
        >
          <StepBackwardOutlined />
        </button>
        <button
          type="button"
          className="button"
          disabled={!replaying}
          onClick={toggle}
          aria-label={replaying && cursor.playing ? t.situation.pause : t.situation.play}
        >
          {replaying && cursor.playing ? <PauseOutlined /> : <CaretRightOutlined />}
        </button>
        <button
          type="button"
          className="button"
          disabled={!replaying}
          title={`${t.situation.stepForward} ( . )`}
          aria-label={t.situation.stepForward}
          onClick={() => seek(at + STEP_MS)}
        >
          <StepForwardOutlined />
        </button>
        <span className="time-speeds">
          {speeds.map((s) => (
            <button
              key={s}
              type="button"
              className={`button button-small ${replaying && cursor.speed === s ? 'button-on' : ''}`}
              disabled={!replaying}
              aria-pressed={replaying && cursor.speed === s}
              onClick={() => setSpeed(s)}
            >
              ×{s}
            </button>
          ))}
        </span>
      </div>
      <Track picture={picture} at={at} now={now} />
      <div className="time-shown">
        <MomentField at={at} label={t.situation.chooseMoment} onMoment={(m) => m !== undefined && seek(m)} />
        {replaying ? (
          <button type="button" className="button button-main" onClick={backToLive}>
            {t.frame.backToLive}
            <Kbd k="L" />
          </button>
        ) : (
          <span className="time-live">{t.frame.live}</span>
        )}
        <span className={`time-loading ${replaying && loading ? 'on' : ''}`} />
      </div>
    </section>
  )
}

const Track = ({ picture, at, now }: { readonly picture: Picture; readonly at: number; readonly now: number }) => {
  const t = useWords()
  const cursor = useCursor()
  const box = useRef<HTMLDivElement>(null)
  useTopic(picture, 'findings')
  useTopic(live, 'findings')
  // To the minute: the ground under a dragging pointer must not move.
  const span = spanOf(cursor, Math.ceil(now / 60_000) * 60_000)
  const share = shareOf(at, span)
  const drag = (e: PointerEvent): void => {
    if (e.type === 'pointermove' && (e.buttons & 1) === 0) return
    const frame = box.current?.getBoundingClientRect()
    if (frame === undefined) return
    if (e.type === 'pointerdown') box.current?.setPointerCapture(e.pointerId)
    seek(instantAt((e.clientX - frame.left) / frame.width, span))
  }
  const percent = (x: number): string => `${(x * 100).toFixed(3)}%`
  // What is known now of the past is marked; what was known then is what the panels show.
  const known = new Map([...picture.findings, ...live.findings])
  return (
    <div
      className="time-track"
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t.situation.timeBar}
      aria-valuemin={span.from}
      aria-valuemax={span.to}
      aria-valuenow={Math.round(at)}
      aria-valuetext={dateTimeOf(at)}
      onPointerDown={drag}
      onPointerMove={drag}
    >
      {ticksOf(span).map((tick) => (
        <span
          key={tick.at}
          className={`tick ${tick.main ? 'tick-main' : ''}`}
          style={{ left: percent(shareOf(tick.at, span)) }}
        >
          {tick.main && timeOf(tick.at).slice(0, 5)}
        </span>
      ))}
      {barsOf(known.values(), span, now).map((bar) => (
        <button
          key={bar.id}
          type="button"
          className={`time-finding time-${bar.grade}`}
          style={{ left: percent(bar.left), width: `max(3px, ${percent(bar.right - bar.left)})` }}
          title={`${t.grades[bar.grade].name}　${say(bar.title)}　${dateTimeOf(bar.since)}`}
          aria-label={`${t.grades[bar.grade].name} ${say(bar.title)} ${dateTimeOf(bar.since)}`}
          tabIndex={-1}
          onPointerDown={(e) => {
            e.stopPropagation()
            seek(bar.since)
          }}
        />
      ))}
      <span className="time-future" style={{ left: percent(Math.min(1, shareOf(now, span))) }} />
      <span className={`time-cursor ${cursor.mode}`} style={{ left: percent(share) }} />
    </div>
  )
}
