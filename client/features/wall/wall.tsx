import { useEffect, useMemo, useState } from 'react'
import { type WallLayout, type WallSize, wallSizes } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { cameras } from '../../live/cameras.ts'
import { live } from '../../live/feed.ts'
import { createPictures } from '../../live/pictures.ts'
import { useTopic } from '../../live/use-live.ts'
import { Tile } from '../../picture/tile.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Message } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useValue } from '../../ui/subscribable.ts'
import { alarmAmong, freeTile, placed, tilesOf } from './model.ts'
import { purpose } from './purpose.ts'
import { PurposeForm } from './purpose-form.tsx'
import { Single } from './single.tsx'
import { Snapshot } from './snapshot.tsx'
import { Tree } from './tree.tsx'
import './wall.css'
import { Walls } from './walls.tsx'

const empty: WallLayout = { id: '', name: '', size: 9, tiles: [], carouselSeconds: null }

/** The video wall: asked once why, then live pictures under that purpose. */
export const Wall = () => {
  const why = useValue(purpose)
  return why === '' ? <PurposeForm onChosen={purpose.set} /> : <Live />
}

const Live = () => {
  const t = useWords().wall
  const { media, byId } = useValue(cameras)
  const [layout, setLayout] = useState<WallLayout>(empty)
  const [chosen, setChosen] = useState(0)
  const [single, setSingle] = useState<string>()
  const [snapshot, setSnapshot] = useState<string>()
  const pictures = usePictures()
  const round = useRound(layout.carouselSeconds, single === undefined && snapshot === undefined)
  const { size } = layout
  const first = useMemo(() => [...byId.values()].filter((c) => c.state !== 'unsourced').map((c) => c.id), [byId])
  // Nobody should have to fill a wall by hand to see anything.
  const tiles = layout.tiles.length > 0 ? layout.tiles : first.slice(0, layout.carouselSeconds === null ? size : 64)
  const shown = tilesOf(tiles, size, round)
  useTopic(live, 'findings')
  const alarm = size === 1 ? undefined : alarmAmong(live.findings.values(), byId)
  // The reserved tile is the last one, unless that is the one being watched.
  const reserved = alarm === undefined ? -1 : chosen === size - 1 ? size - 2 : size - 1

  const change = (next: Partial<WallLayout>): void => setLayout((l) => ({ ...l, ...next }))
  const put = (index: number, camera: string | null): void => change({ tiles: placed(tiles, index, camera) })
  const sizeTo = (next: WallSize) => (): void => {
    change({ size: next })
    setChosen((c) => Math.min(c, next - 1))
  }
  const move = (by: number) => (): void => setChosen((c) => Math.max(0, Math.min(size - 1, c + by)))
  const columns = Math.sqrt(size)
  const cameraAt = (i: number): string | null => (i === reserved ? alarm!.camera.id : (shown[i] ?? null))
  useKeys({
    '1': sizeTo(1),
    '4': sizeTo(4),
    '9': sizeTo(9),
    '6': sizeTo(16),
    ArrowLeft: move(-1),
    ArrowRight: move(1),
    ArrowUp: move(-columns),
    ArrowDown: move(columns),
    Enter: () => setSingle(cameraAt(chosen) ?? undefined),
    ...(single !== undefined && { Esc: () => setSingle(undefined) }),
    S: () => setSnapshot(single ?? cameraAt(chosen) ?? undefined),
  })

  const extra = (
    <div className="wall-tools">
      {wallSizes.map((n) => (
        <button
          key={n}
          type="button"
          className={`button button-small ${n === size ? 'button-on' : ''}`}
          aria-pressed={n === size}
          onClick={sizeTo(n)}
        >
          {t.tiles(n)} <Kbd k={n === 16 ? '6' : String(n)} />
        </button>
      ))}
      <button
        type="button"
        className={`button button-small ${layout.carouselSeconds === null ? '' : 'button-on'}`}
        aria-pressed={layout.carouselSeconds !== null}
        onClick={() => change({ carouselSeconds: layout.carouselSeconds === null ? 20 : null })}
      >
        {t.carousel}
      </button>
      <Walls layout={{ ...layout, tiles }} onLoad={setLayout} />
    </div>
  )
  const ready = media.is === 'ready'
  const open = single === undefined ? undefined : byId.get(single)
  return (
    <div className="wall">
      <Panel title={t.cameras} className="wall-tree" label={t.cameras}>
        <Tree cameras={byId} shown={shown} onPick={(id) => put(freeTile(tiles, size), id)} />
      </Panel>
      <Panel title={t.title} extra={extra} className="wall-main" label={t.title}>
        {!ready && <Preparing />}
        {byId.size === 0 ? (
          <Message title={t.none} hint={t.noneHint} />
        ) : (
          <div className={`wall-grid wall-grid-${size}`} data-size={size}>
            {shown
              .map((_, place) => [place, `tile ${place}`] as const)
              .map(([i, key]) => {
                const id = cameraAt(i)
                const camera = id === null ? undefined : byId.get(id)
                if (!camera)
                  return (
                    <Empty key={key} chosen={i === chosen} onChoose={() => setChosen(i)} onDrop={(c) => put(i, c)} />
                  )
                return (
                  <Tile
                    key={`${key} ${camera.id}`}
                    camera={camera}
                    stream={camera.small === 'main' ? 'main' : 'side'}
                    pictures={pictures}
                    mediaReady={ready}
                    chosen={i === chosen}
                    alarm={
                      i === reserved ? `${t.alarm} ${alarm!.view.finding.grade} ${say(alarm!.view.title)}` : undefined
                    }
                    onChoose={() => setChosen(i)}
                    onOpen={() => setSingle(camera.id)}
                    onDrop={(c) => put(i, c)}
                    {...(i !== reserved && { onRemove: () => put(i, null) })}
                  />
                )
              })}
          </div>
        )}
      </Panel>
      {open && (
        <Single
          camera={open}
          pictures={pictures}
          mediaReady={ready}
          onClose={() => setSingle(undefined)}
          onSnapshot={() => setSnapshot(open.id)}
        />
      )}
      {snapshot !== undefined && byId.get(snapshot) && (
        <Snapshot camera={byId.get(snapshot)!} onClose={() => setSnapshot(undefined)} />
      )}
    </div>
  )
}

const usePictures = () => {
  const [pictures] = useState(() => createPictures(() => purpose.get()))
  useEffect(() => () => pictures.close(), [pictures])
  return pictures
}

/** Counts the rounds of a carousel; it stands while something is being looked at closely. */
const useRound = (seconds: number | null, turns: boolean): number => {
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (seconds === null) setRound(0)
    if (seconds === null || !turns) return
    const timer = setInterval(() => setRound((r) => r + 1), seconds * 1_000)
    return () => clearInterval(timer)
  }, [seconds, turns])
  return round
}

const Empty = (props: { chosen: boolean; onChoose: () => void; onDrop: (camera: string) => void }) => {
  const t = useWords().wall
  return (
    <button
      type="button"
      className={`tile tile-empty ${props.chosen ? 'tile-chosen' : ''}`}
      onClick={props.onChoose}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault()
        const id = e.dataTransfer.getData('text/camera')
        if (id) props.onDrop(id)
      }}
    >
      {t.emptyTile}
    </button>
  )
}

/** How far the media worker is, or what it lacks. */
const Preparing = () => {
  const t = useWords().wall
  const { media } = useValue(cameras)
  if (media.is === 'ready') return null
  const words =
    media.is === 'off'
      ? t.media.off
      : media.is === 'missing'
        ? media.why === 'packages'
          ? t.media.packages
          : `${t.media[media.why]} ${media.detail.slice(0, 300)}`
        : media.step === 'building'
          ? t.media.building(media.done, media.total)
          : t.media[media.step]
  return (
    <div className={`wall-media ${media.is === 'missing' ? 'wall-media-bad' : ''}`} role="status">
      <span>{words}</span>
      {media.is === 'missing' && media.why === 'packages' && <code>apt-get install {media.packages.join(' ')}</code>}
      {media.is === 'preparing' && media.step === 'building' && media.total > 0 && (
        <progress max={media.total} value={media.done} />
      )}
    </div>
  )
}
