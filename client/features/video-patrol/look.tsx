import { useEffect, useRef, useState } from 'react'
import { type LookResult, lookResults, type PatrolView } from '../../../server/contract/video-patrol.ts'
import { say, useWords } from '../../i18n/language.ts'
import { cameras } from '../../live/cameras.ts'
import { live } from '../../live/feed.ts'
import { createPictures } from '../../live/pictures.ts'
import { request } from '../../live/request.ts'
import { Tile } from '../../picture/tile.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { useValue } from '../../ui/subscribable.ts'
import { EndDialog, SkipDialog } from './dialogs.tsx'
import { canSave, chosenAfter, currentStop, keyOf, progressOf } from './model.ts'
import { Stops } from './stops.tsx'

interface Props {
  readonly patrol: PatrolView
  readonly onChanged: (patrol: PatrolView) => void
}

/** One drawn camera after the other, live, with a key for each result. */
export const Look = ({ patrol, onChanged }: Props) => {
  const words = useWords()
  const t = words.videoPatrol
  const { byId, media } = useValue(cameras)
  const [asked, setAsked] = useState<string>()
  const [chosen, setChosen] = useState<readonly LookResult[]>([])
  const [note, setNote] = useState('')
  const [officers, setOfficers] = useState<readonly string[]>([])
  const [snapshot, setSnapshot] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [dialog, setDialog] = useState<'skip' | 'end'>()
  const [shown, setShown] = useState<string>()
  const textarea = useRef<HTMLTextAreaElement>(null)
  const pictures = usePatrolPictures(patrol.id)
  const stop = currentStop(patrol, asked)
  const camera = stop && byId.get(stop.camera)
  const dark = camera?.state === 'lost'
  // What can be seen is said of a picture that was on this screen, not of one that is on its way.
  const sees = !dark && stop !== undefined && shown === stop.camera
  const progress = progressOf(patrol)

  const clear = (): void => {
    // The next key is a result again and no word.
    textarea.current?.blur()
    setChosen([])
    setNote('')
    setOfficers([])
    setSnapshot(false)
    setProblem('')
  }
  const save = async (results: readonly LookResult[]): Promise<void> => {
    if (busy || stop === undefined || !canSave(results, note)) return
    setBusy(true)
    setProblem('')
    try {
      const body = { camera: stop.camera, results, officers, note: note.trim(), snapshot }
      const reply = await request('POST /api/video-patrols/:id/looks', { params: { id: patrol.id }, body })
      clear()
      onChanged(reply.patrol)
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  const press = (result: LookResult) => (): void => {
    if (!sees && result !== 'cannot-see') return
    if (result === 'good' || dark) {
      setChosen([result])
      void save([result])
      return
    }
    const next = chosenAfter(chosen, result)
    setChosen(next)
    // Enter saves from there; on the button it would take the choice back.
    if (next.length > 0) textarea.current?.focus()
  }
  useKeys({
    ...Object.fromEntries(lookResults.map((r) => [keyOf(r), press(r)])),
    Enter: () => void save(chosen),
    S: () => setDialog('skip'),
    ...(chosen.length > 0 && { Esc: clear }),
  })
  if (stop === undefined) return null
  const unit = live.units.get(stop.unit)
  return (
    <div className="looks-now">
      <Stops
        patrol={patrol}
        current={stop.camera}
        onChoose={(id) => {
          setAsked(id)
          clear()
        }}
        onEnd={() => setDialog('end')}
      />
      <section className="panel looks-picture" aria-label={say(stop.name)}>
        <header className="panel-head">
          <h2>{say(stop.name)}</h2>
          <span className="muted">
            {unit ? say(unit.name) : stop.unit}
            {stop.purpose && ` · ${words.wall.purposesOfCameras[stop.purpose]}`}
          </span>
          <span className="looks-gap" />
          <span className="muted">{t.lastSeen(stop.tickets, patrol.tickets)}</span>
          <b className="looks-progress">{t.progress(progress.done + 1, progress.all)}</b>
        </header>
        {camera && (
          <Tile
            key={camera.id}
            camera={camera}
            stream={camera.mainShows ? 'main' : 'side'}
            pictures={pictures}
            mediaReady={media.is === 'ready'}
            onState={(state) => {
              if (state === 'live' || state === 'low') setShown(camera.id)
            }}
          />
        )}
      </section>
      <section className="panel looks-result" aria-label={t.resultOf}>
        <header className="panel-head">
          <h2>{t.resultOf}</h2>
        </header>
        <div className="looks-result-body">
          {!sees && <p className="looks-warn">{dark ? t.noPicture : t.pictureComing}</p>}
          <div className="looks-keys">
            {lookResults.map((result) => (
              <button
                key={result}
                type="button"
                className={`looks-key looks-key-${result === 'good' ? 'good' : result === 'cannot-see' ? 'unseen' : 'bad'}`}
                aria-pressed={chosen.includes(result)}
                disabled={busy || (!sees && result !== 'cannot-see')}
                onClick={press(result)}
              >
                <kbd>{keyOf(result)}</kbd>
                {t.results[result]}
              </button>
            ))}
          </div>
          <p className="muted">{t.oneKey}</p>
          <label className="looks-note">
            {t.note}
            <textarea
              ref={textarea}
              className="field"
              rows={3}
              maxLength={1000}
              placeholder={t.noteHint}
              value={note}
              onChange={(e) => setNote(e.target.value)}
              onKeyDown={(e) => {
                if (e.key === 'Escape') textarea.current?.blur()
                if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return
                e.preventDefault()
                void save(chosen)
              }}
            />
          </label>
          {stop.onDuty.length > 0 && (
            <fieldset className="looks-officers">
              <legend>
                {t.recognised} <small className="muted">{t.recognisedHint}</small>
              </legend>
              {stop.onDuty.map((officer) => {
                const on = officers.includes(officer)
                return (
                  <button
                    key={officer}
                    type="button"
                    className={`button button-small ${on ? 'button-on' : ''}`}
                    aria-pressed={on}
                    onClick={() => setOfficers(on ? officers.filter((o) => o !== officer) : [...officers, officer])}
                  >
                    {officer}
                  </button>
                )
              })}
            </fieldset>
          )}
          <label>
            <input type="checkbox" checked={snapshot} onChange={(e) => setSnapshot(e.target.checked)} /> {t.snapshot}
          </label>
          {problem !== '' && <p className="looks-bad">{problem}</p>}
          <div className="looks-foot">
            <button
              type="button"
              className="button button-main"
              disabled={busy || !canSave(chosen, note)}
              onClick={() => void save(chosen)}
            >
              {busy ? t.saving : t.save} <Kbd k="Enter" />
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => setDialog('skip')}>
              {t.skip} <Kbd k="S" />
            </button>
          </div>
        </div>
      </section>
      {dialog === 'skip' && (
        <SkipDialog
          patrol={patrol.id}
          camera={stop.camera}
          onClose={(changed) => {
            setDialog(undefined)
            if (changed) {
              clear()
              onChanged(changed)
            }
          }}
        />
      )}
      {dialog === 'end' && (
        <EndDialog
          patrol={patrol.id}
          onClose={(changed) => {
            setDialog(undefined)
            if (changed) onChanged(changed)
          }}
        />
      )}
    </div>
  )
}

/** Each picture is asked for, and journalled, under the patrol's own number. */
const usePatrolPictures = (patrol: string) => {
  const t = useWords().videoPatrol
  const why = useRef('')
  why.current = `${t.title} ${patrol}`
  const [pictures] = useState(() => createPictures(() => why.current))
  useEffect(() => () => pictures.close(), [pictures])
  return pictures
}
