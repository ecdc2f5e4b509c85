import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { CameraView, Stream } from '../../server/contract/video.ts'
import { say, useWords } from '../i18n/language.ts'
import type { Pictures } from '../live/pictures.ts'
import { useNow } from '../live/use-live.ts'
import { useSession } from '../session/session.ts'
import { dateTimeOf, timeOf } from '../ui/format.ts'
import { PrivacyZones } from './privacy.tsx'
import { type TileState, tileState } from './state.ts'
import './tile.css'

interface Props {
  readonly camera: CameraView
  readonly stream: Stream
  readonly pictures: Pictures
  readonly mediaReady: boolean
  readonly chosen?: boolean
  readonly alarm?: string | undefined
  readonly onChoose?: () => void
  readonly onOpen?: () => void
  readonly onDrop?: (camera: string) => void
  readonly onRemove?: () => void
  /** Told at first and whenever it changes. */
  readonly onState?: (state: TileState) => void
}

/** One camera: its picture, what state it is in, and who is looking. Off the screen it is held back. */
export const Tile = (props: Props) => {
  const { camera, stream, pictures, mediaReady, chosen = false, alarm } = props
  const t = useWords().wall
  const { video, shown } = usePicture(pictures, camera.id, stream)
  const state = tileState(camera, shown, mediaReady)
  const told = useRef(props.onState)
  told.current = props.onState
  useEffect(() => {
    told.current?.(state)
  }, [state])
  const drop = (e: DragEvent): void => {
    e.preventDefault()
    const id = e.dataTransfer.getData('text/camera')
    if (id) props.onDrop?.(id)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a tile holds buttons of its own, and a button may not
    <div
      className={`tile tile-${state} ${chosen ? 'tile-chosen' : ''} ${alarm ? 'tile-alarm' : ''}`}
      role="button"
      tabIndex={0}
      aria-label={`${say(camera.name)} ${t.states[state]}`}
      data-camera={camera.id}
      data-state={state}
      onClick={props.onChoose}
      onDoubleClick={props.onOpen}
      onKeyDown={(e) => e.key === 'Enter' && props.onOpen?.()}
      draggable
      onDragStart={(e) => e.dataTransfer.setData('text/camera', camera.id)}
      onDragOver={(e) => e.preventDefault()}
      onDrop={drop}
    >
      <video ref={video} autoPlay muted playsInline />
      <PrivacyZones zones={camera.privacyZones} video={video} />
      <header className="tile-head">
        <span className={`tile-dot tile-dot-${state}`} aria-hidden="true" />
        <span className="tile-name">{say(camera.name)}</span>
        {camera.codec === 'h265' && (
          <span className="tile-note" title={t.h265[camera.small === 'encoded' ? 'encoded' : 'substream']}>
            H.265
          </span>
        )}
        {camera.small === 'encoded' && <span className="tile-note">{t.encoded}</span>}
        {state === 'low' && <span className="tile-note">{t.states.low}</span>}
        {props.onRemove && (
          <button type="button" className="tile-remove" aria-label={t.remove} onClick={props.onRemove}>
            ×
          </button>
        )}
      </header>
      {alarm && <p className="tile-alarm-words">{alarm}</p>}
      {state !== 'live' && state !== 'low' && <Why camera={camera} state={state} />}
      <Watermark />
    </div>
  )
}

/** Who looks and when, over the picture: whoever photographs the screen photographs that as well. */
const Watermark = () => {
  const now = useNow()
  const session = useSession()
  const who = session.is === 'in' ? session.user.displayName : ''
  return (
    <span className="tile-mark">
      {who} {dateTimeOf(now)}
    </span>
  )
}

const Why = ({ camera, state }: { readonly camera: CameraView; readonly state: TileState }) => {
  const t = useWords().wall
  return (
    <div className="tile-why">
      <strong>{t.states[state]}</strong>
      {state === 'down' && camera.why !== null && <span>{t.why[camera.why]}</span>}
      {state === 'down' && (
        <span className="mono">
          {camera.lastFrameAt === null ? t.neverSeen : t.lastFrame(timeOf(camera.lastFrameAt))}
        </span>
      )}
    </div>
  )
}

const NOTHING = { playing: false, played: false, framesPerSecond: null as number | null }
const QUALITY_MS = 3_000

/** Receives the picture into a video element while that is on the screen. */
const usePicture = (pictures: Pictures, camera: string, stream: Stream) => {
  const video = useRef<HTMLVideoElement>(null)
  const [shown, setShown] = useState(NOTHING)
  useEffect(() => {
    const element = video.current!
    setShown(NOTHING)
    const show = (track: MediaStreamTrack | null): void => {
      element.srcObject = track && new MediaStream([track])
      if (!track) setShown((s) => ({ ...s, playing: false, framesPerSecond: null }))
    }
    const first = (): void => setShown((s) => ({ ...s, playing: true, played: true }))
    element.addEventListener('playing', first)
    const wanted = pictures.want(camera, stream, show)
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting && !document.hidden) wanted.play()
      else wanted.pause()
    })
    watcher.observe(element)
    const hidden = (): void => (document.hidden ? wanted.pause() : wanted.play())
    document.addEventListener('visibilitychange', hidden)
    let before: number | undefined
    const quality = setInterval(() => {
      const { totalVideoFrames } = element.getVideoPlaybackQuality()
      if (before !== undefined && totalVideoFrames >= before && !document.hidden) {
        const framesPerSecond = ((totalVideoFrames - before) * 1_000) / QUALITY_MS
        setShown((s) => (s.playing ? { ...s, framesPerSecond } : s))
      }
      before = totalVideoFrames
    }, QUALITY_MS)
    return () => {
      clearInterval(quality)
      document.removeEventListener('visibilitychange', hidden)
      element.removeEventListener('playing', first)
      watcher.disconnect()
      wanted.end()
      element.srcObject = null
    }
  }, [pictures, camera, stream])
  return { video, shown }
}
