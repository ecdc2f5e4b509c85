import { useEffect, useRef, useState } from 'react'
import type { StayDetail } from '../../../server/contract/custody.ts'
import { useWords } from '../../i18n/language.ts'
import { dateOf, timeOf } from '../../ui/format.ts'
import { type Bar, marksOf, type Point, type Track, windowOf, type Zoom } from './timeline-model.ts'
import { tracksOf } from './tracks.ts'

const LABEL_PX = 104
const LINE_PX = 20
const GAP_PX = 9
const AXIS_PX = 24
const zooms = ['stay', 'all', '8h', '1h'] as const

/** About the width of the word for now. */
const NOW_PX = 38

interface Props {
  readonly detail: StayDetail
  readonly now: number
  /** What lasts is drawn until here: nobody knows whether it went on after the server’s last word. */
  readonly known: number
}

/** One person's line over all measures: everything that was on, off or unseen, under one axis of time. */
export const Timeline = ({ detail, now, known }: Props) => {
  const t = useWords().custody
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(1_200)
  const [zoom, setZoom] = useState<Zoom>('stay')
  useEffect(() => {
    if (box.current === null) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(480, Math.floor(entry!.contentRect.width))))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const [from, to] = windowOf(detail, zoom, now)
  const tracks = tracksOf(detail, t, now)
  const x = (at: number): number => LABEL_PX + ((at - from) / (to - from)) * (width - LABEL_PX - 8)
  const tops: number[] = []
  let height = AXIS_PX
  for (const track of tracks) {
    tops.push(height)
    height += Math.max(1, track.lines.length) * LINE_PX + GAP_PX
  }
  /** Where the word for now is written, a mark's time would be written over. */
  const nearNow = (px: number): boolean => now >= from && now <= to && Math.abs(px - x(now)) < NOW_PX
  const words = { stay: t.zoomStay, all: t.zoomAll, '8h': t.zoom8, '1h': t.zoom1 }
  return (
    <div className="timeline" ref={box}>
      <fieldset className="timeline-zoom" aria-label={t.timeline}>
        {zooms.map((z) => (
          <button
            key={z}
            type="button"
            className={`button button-small ${z === zoom ? 'button-on' : ''}`}
            aria-pressed={z === zoom}
            onClick={() => setZoom(z)}
          >
            {words[z]}
          </button>
        ))}
      </fieldset>
      <svg width={width} height={height} role="img" aria-label={t.timeline}>
        <defs>
          <pattern id="unseen" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="hatch-ground" />
            <rect width="2.5" height="6" className="hatch-line" />
          </pattern>
          <clipPath id="window">
            <rect x={LABEL_PX} y="0" width={width - LABEL_PX} height={height} />
          </clipPath>
        </defs>
        {marksOf(from, to, width - LABEL_PX).map((at, i) => (
          <g key={at} className="axis">
            <line x1={x(at)} x2={x(at)} y1={AXIS_PX - 4} y2={height} />
            <text x={x(at) + 3} y="14" visibility={nearNow(x(at)) ? 'hidden' : undefined}>
              {i === 0 || timeOf(at) === '00:00:00' ? `${dateOf(at).slice(5)} ` : ''}
              {timeOf(at).slice(0, 5)}
            </text>
          </g>
        ))}
        {tracks.map((track, i) => (
          <g key={track.id} transform={`translate(0 ${tops[i]})`}>
            <text className="track-label" x="0" y={LINE_PX - 6}>
              {t.tracks[track.id as keyof typeof t.tracks]}
            </text>
            <g clipPath="url(#window)">
              <Bars track={track} x={x} end={Math.min(to, known)} />
              {track.points.map((p) => (
                <Mark key={p.key} point={p} x={x(p.at)} />
              ))}
            </g>
          </g>
        ))}
        {known < now && known < to && (
          <rect
            className="unheard"
            x={x(Math.max(known, from))}
            y={AXIS_PX}
            width={Math.max(2, x(Math.min(now, to)) - x(Math.max(known, from)))}
            height={height - AXIS_PX}
            fill="url(#unseen)"
          >
            <title>{t.unheard}</title>
          </rect>
        )}
        {now >= from && now <= to && (
          <g className="axis-now">
            <line x1={x(now)} x2={x(now)} y1="0" y2={height} />
            <text x={x(now) + 4} y="14">
              {t.now}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}

const Bars = ({ track, x, end }: { readonly track: Track; readonly x: (at: number) => number; readonly end: number }) =>
  track.lines.flatMap((line, y) =>
    line.map((bar) => <Stretch key={bar.key} bar={bar} y={y * LINE_PX} x={x} end={end} />),
  )

const Stretch = ({
  bar,
  y,
  x,
  end,
}: {
  readonly bar: Bar
  readonly y: number
  readonly x: (at: number) => number
  readonly end: number
}) => {
  const left = Math.max(LABEL_PX, x(bar.from))
  const width = Math.max(2, x(bar.to ?? end) - left)
  // About twelve pixels a character; a label that does not fit would only be noise, the hint has it.
  const room = Math.floor((width - 8) / 12.5)
  return (
    <g className={`bar bar-${bar.look}`}>
      <title>{bar.hint}</title>
      <rect x={left} y={y + 2} width={width} height={LINE_PX - 4} rx="2" />
      {room >= 2 && (
        <text x={left + 5} y={y + LINE_PX - 6}>
          {bar.label.length > room * (/[一-鿿]/.test(bar.label) ? 1 : 1.9)
            ? `${bar.label.slice(0, Math.max(1, room - 1))}…`
            : bar.label}
        </text>
      )}
    </g>
  )
}

const Mark = ({ point, x }: { readonly point: Point; readonly x: number }) => (
  <g className={`mark mark-${point.look}`} transform={`translate(${x} ${LINE_PX / 2})`}>
    <title>{point.hint}</title>
    {point.look === 'tick' && <path d="M0-8V8" />}
    {point.look === 'meal' && <circle r="4.5" />}
    {point.look === 'approval' && <path d="M-5-1-1 4 6-6" />}
    {point.look === 'refusal' && <path d="M-5-5 5 5M5-5-5 5" />}
    {point.look === 'due' && <path d="M0 8V-8L8-4 0 0" />}
    {point.look === 'over' && <path d="M0-7 7 0 0 7-7 0z" />}
  </g>
)
