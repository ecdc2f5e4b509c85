import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { durationOf, numberOf, timeOf } from '../../ui/format.ts'
import { useValue } from '../../ui/subscribable.ts'
import { followLevel } from './level.ts'
import { type CameraNow, lookAtCamera, phoneCamera, startCamera, stopCamera } from './phone-camera.ts'
import './camera.css'

const LOOK_MS = 15_000

/** The phone as a camera: one button, and while it is on nobody can overlook it. */
export const CameraPanel = () => {
  const t = useWords().phoneCamera
  const now = useValue(phoneCamera)
  useEffect(() => {
    void lookAtCamera()
    const again = setInterval(() => {
      if (phoneCamera.get().phase === 'off') void lookAtCamera()
    }, LOOK_MS)
    return () => clearInterval(again)
  }, [])
  const { view, phase, problem } = now
  if (phase === 'on' || phase === 'stopping') return <Recording now={now} />
  const onDuty = view !== undefined && view.dutyUntil !== null
  return (
    <section className="phone-card phone-camera" data-phase={phase}>
      <h2>{t.title}</h2>
      {view && <Ended ended={view.ended} />}
      <Late late={now.late} on={false} />
      {problem && (
        <p role="alert" className="phone-camera-problem">
          {t.problems[problem.why]}
          {problem.words !== '' && problem.why !== 'insecure' && <small> {problem.words}</small>}
        </p>
      )}
      <button
        type="button"
        className="phone-camera-start"
        disabled={phase === 'starting' || !onDuty}
        onClick={() => void startCamera()}
      >
        {phase === 'starting' ? t.starting : t.start}
      </button>
      {view && <p className="muted">{onDuty ? t.hint : t.offDuty}</p>}
    </section>
  )
}

/** What lies on this phone and nowhere else. */
const Late = ({ late, on }: { readonly late: CameraNow['late']; readonly on: boolean }) => {
  const t = useWords().phoneCamera
  const { waiting, waitingBytes, words, lost, cannot } = late
  return (
    <>
      {waiting > 0 && (
        <p role="status" className="phone-camera-late">
          {t.kept(waiting, numberOf(waitingBytes / 1024 / 1024, 1))}
        </p>
      )}
      {lost > 0 && <p className="phone-camera-problem">{t.lost(lost)}</p>}
      {words !== '' && <p className="phone-camera-warn">{t.notTaken(words)}</p>}
      {cannot ? <p className="phone-camera-problem">{t.cannotKeep}</p> : on && <p className="muted">{t.keptHint}</p>}
    </>
  )
}

const Ended = ({ ended }: { readonly ended: NonNullable<CameraNow['view']>['ended'] }) => {
  const t = useWords().phoneCamera
  if (ended === null) return null
  return (
    <p role="status" className="phone-camera-ended">
      {t.ended[ended.why](timeOf(ended.at))}
    </p>
  )
}

/** Read before the words: is it on, and does anybody get it. */
const wordsOf = (
  { link, view, late }: CameraNow,
  t: ReturnType<typeof useWords>['phoneCamera'],
): readonly [string, string] => {
  if (link === 'offline') return [t.offline, late.cannot ? t.cannotKeep : t.offlineHint]
  if (link === 'connecting') return [t.connecting, t.connectingHint]
  return view?.link === 'recording' ? [t.on, t.onHint] : [t.connecting, t.waitingHint]
}

const Recording = ({ now }: { readonly now: CameraNow }) => {
  const t = useWords().phoneCamera
  const [asking, setAsking] = useState(false)
  const clock = useTicking(now)
  const { view, phase, stream } = now
  const [state, hint] = wordsOf(now, t)
  const received = now.link === 'sending' && view?.link === 'recording'
  return (
    <section className="phone-card phone-camera phone-camera-on" data-phase={phase} data-received={received}>
      <div className="phone-camera-state" role="status">
        <span className="phone-camera-lamp" aria-hidden="true" />
        <strong>{state}</strong>
        <time className="phone-camera-time">{durationOf(Math.max(0, clock - (view?.startedAt ?? clock)))}</time>
      </div>
      <p className={received ? '' : 'phone-camera-warn'}>{hint}</p>
      {stream && <Preview stream={stream} />}
      <p className="muted">
        {view?.startedAt != null && t.since(timeOf(view.startedAt))}
        {view?.dutyUntil != null && ` · ${t.until(timeOf(view.dutyUntil).slice(0, 5))}`}
        {view?.lastFrameAt != null && ` · ${t.serverWrites(timeOf(view.lastFrameAt))}`}
      </p>
      <Late late={now.late} on />
      {asking ? (
        <div className="phone-camera-ask" role="alertdialog" aria-label={t.confirmStop}>
          <p>{t.confirmStop}</p>
          <button type="button" className="phone-camera-stop" onClick={() => void stopCamera()}>
            {t.yes}
          </button>
          <button type="button" className="button phone-wide" onClick={() => setAsking(false)}>
            {t.no}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="phone-camera-stop"
          disabled={phase === 'stopping'}
          onClick={() => setAsking(true)}
        >
          {phase === 'stopping' ? t.stopping : t.stop}
        </button>
      )}
    </section>
  )
}

/** The house's clock, carried on from its last word. */
const useTicking = ({ view, heardMs }: CameraNow): number => {
  const [, setTick] = useState(0)
  useEffect(() => {
    const tick = setInterval(() => setTick((n) => n + 1), 500)
    return () => clearInterval(tick)
  }, [])
  return (view?.at ?? 0) + performance.now() - heardMs
}

const Preview = ({ stream }: { readonly stream: MediaStream }) => {
  const t = useWords().phoneCamera
  const video = useRef<HTMLVideoElement>(null)
  const [level, setLevel] = useState(0)
  useEffect(() => {
    video.current!.srcObject = stream
    return followLevel(stream, setLevel)
  }, [stream])
  const sound = stream.getAudioTracks().length > 0
  return (
    <>
      <video ref={video} className="phone-camera-picture" autoPlay muted playsInline />
      {sound ? (
        <div className="phone-camera-level">
          <span>{t.sound}</span>
          <meter min={0} max={1} value={level} aria-label={t.sound} />
        </div>
      ) : (
        <p className="phone-camera-warn">{t.noSound}</p>
      )}
    </>
  )
}
