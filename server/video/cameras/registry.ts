import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type {
  CameraImport,
  CameraReach,
  OnvifView,
  ProbeReply,
  ProbeView,
  SnapshotView,
  videoBodies,
} from '../../contract/video.ts'
import type { Camera } from '../../domain/camera/register.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Address } from '../ingest/address.ts'
import type { Ingest } from '../ingest/ingest.ts'
import { askOnvif } from './onvif.ts'
import { probeCamera } from './probe.ts'
import type { Source, Sources } from './sources.ts'
import { takeStill } from './still.ts'

type Reach = Pick<z.infer<typeof videoBodies.probeCamera>, 'url' | 'subUrl' | 'onvifUrl' | 'user' | 'password'>
type Saved = z.infer<typeof videoBodies.saveCamera>

export interface RegistryOptions {
  readonly journal: Journal
  readonly clock: Clock
  readonly sources: Sources
  readonly ingest: Ingest
  readonly ffmpeg: string
  readonly ffprobe: string
  /** Where snapshots are kept. */
  readonly folder: string
}

/** What fMP4 holds as it is; everything else a recording must encode. */
const KEPT_SOUNDS = new Set(['aac', 'opus', 'mp3'])

const dataUrl = (jpeg: Buffer): string => `data:image/jpeg;base64,${jpeg.toString('base64')}`

/** A camera as a table tells it. */
type Imported = Omit<Saved, 'name' | 'place' | 'privacyZones' | 'audioCodec'> & {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly place: readonly [number, number] | null
}

/** Whether saving would tell nothing new. A password that is given may be another one: it is saved. */
const isSame = (saved: Saved, known: Camera, source: Source): boolean => {
  const facts = (c: Saved | Camera) =>
    JSON.stringify([c.name, c.unit, c.room, c.place, c.areaCode, c.purpose, c.audio, c.retentionDays, c.codec])
  const way = (s: Saved | Source) => JSON.stringify([s.url, s.subUrl, s.onvifUrl, s.user, s.codec])
  return (
    facts(saved) === facts(known) &&
    way(saved) === way(source) &&
    (saved.password === null || saved.password === source.password)
  )
}

/** What people do with cameras: try, register, withdraw, take a picture. Each is journalled by who did it. */
export const createRegistry = (options: RegistryOptions) => {
  const { journal, clock, sources, ingest } = options
  const record = async (observations: readonly Observation[]): Promise<void> => {
    await journal.append(observations.map((observation) => ({ source: 'console', key: randomUUID(), observation })))
  }

  const zonesOf = (camera: string | null): Camera['privacyZones'] => ingest.register.camera(camera)?.privacyZones ?? []

  /** The password that is kept, when somebody who may not see it leaves it as it is. */
  const withKept = (camera: string | null, reach: Reach): Reach => {
    const kept = camera === null ? undefined : ingest.source(camera)
    const same = kept !== undefined && kept.user === reach.user && new URL(kept.url).host === new URL(reach.url).host
    return reach.password === null && same ? { ...reach, password: kept.password } : reach
  }

  const measure = async (camera: string | null, onvif: OnvifView | null): Promise<void> => {
    if (camera === null || onvif?.is !== 'ok' || !ingest.register.camera(camera)) return
    const { offsetMs, uncertaintyMs } = onvif.status
    const data = { camera, offsetMs, uncertaintyMs, method: 'onvif' as const, by: null }
    await record([{ kind: 'camera.clock-measured', observedAt: clock(), data }])
  }

  const probe = async (camera: string | null, given: Reach, preview: boolean): Promise<ProbeReply> => {
    const { url, subUrl, onvifUrl, user, password } = withKept(camera, given)
    const address = (of: string): Address => ({ url: of, user, password })
    const ask = (of: string): Promise<ProbeView> => probeCamera(options.ffprobe, address(of))
    // One after the other: many cameras allow few connections at once.
    const main = await ask(url)
    const sub = subUrl === null ? null : await ask(subUrl)
    const onvif = onvifUrl === null ? null : await askOnvif(onvifUrl, { user, password }, clock)
    await measure(camera, onvif)
    const still =
      preview && main.is === 'ok' ? await takeStill(options.ffmpeg, address(subUrl ?? url), zonesOf(camera)) : undefined
    return { main, sub, onvif, preview: still ? dataUrl(still) : null }
  }

  const save = async (camera: string, saved: Saved, by: string): Promise<void> => {
    const reach = withKept(camera, saved)
    const { name, unit, room, place, areaCode, purpose, audio, privacyZones, retentionDays, codec } = saved
    const facts = { camera, name, unit, room, place, areaCode, purpose, audio, privacyZones, retentionDays, codec }
    const source: Source = {
      camera,
      url: reach.url,
      subUrl: reach.subUrl,
      onvifUrl: reach.onvifUrl,
      user: reach.user,
      password: reach.password,
      codec,
      audio: saved.audioCodec === null ? 'none' : KEPT_SOUNDS.has(saved.audioCodec) ? 'copy' : 'encode',
    }
    const data = { ...facts, substream: reach.subUrl !== null, host: new URL(reach.url).host, by }
    await record([{ kind: 'camera.registered', observedAt: clock(), data }])
    await sources.save(source, by, clock())
    await ingest.resource(camera)
  }

  return {
    probe,
    /** With what is kept of how it is reached; undefined when nothing is. */
    test: async (camera: string): Promise<ProbeReply | undefined> => {
      const source = ingest.source(camera)
      return source && probe(camera, source, false)
    },
    save,
    /** How it is reached, without its password; undefined when nothing is known of it. */
    reach: (camera: string): CameraReach | undefined => {
      const source = ingest.source(camera)
      if (!source) return undefined
      const { url, subUrl, onvifUrl, user, password, codec, audio } = source
      return { url, subUrl, onvifUrl, user, hasPassword: password !== null && password !== '', codec, sound: audio }
    },
    /** Saves the cameras of a table that are new or tell something else than what is known; `by` null: says so only. */
    takeIn: async (
      cameras: readonly Imported[],
      by: string | null,
    ): Promise<Pick<CameraImport, 'added' | 'changed' | 'unchanged'>> => {
      const plan = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] }
      for (const { id, ...told } of cameras) {
        const known = ingest.register.camera(id)
        const source = ingest.source(id)
        const saved: Saved = {
          ...told,
          name: { ...told.name },
          place: told.place === null ? null : [...told.place],
          privacyZones: known ? known.privacyZones.map((zone) => zone.map(([x, y]) => [x, y])) : [],
          audioCodec: told.audio ? (source && source.audio === 'copy' ? 'aac' : 'unknown') : null,
        }
        if (known && source && isSame(saved, known, source)) plan.unchanged.push(id)
        else {
          plan[known ? 'changed' : 'added'].push(id)
          if (by !== null) await save(id, saved, by)
        }
      }
      return plan
    },
    withdraw: async (camera: string, reason: string, by: string): Promise<void> => {
      await record([{ kind: 'camera.withdrawn', observedAt: clock(), data: { camera, by, reason } }])
      await sources.remove(camera)
      await ingest.resource(camera)
    },
    /** Taken over a connection of its own, kept as a file, and shown only once the journal has its hash. */
    snapshot: async (camera: string, reason: string, by: string): Promise<SnapshotView | undefined> => {
      const source = ingest.source(camera)
      const jpeg = source && (await takeStill(options.ffmpeg, source, zonesOf(camera)))
      if (!jpeg) return undefined
      const [id, at] = [randomUUID(), clock()]
      const sha256 = createHash('sha256').update(jpeg).digest('hex')
      const data = { snapshot: id, camera, by, reason, sha256, bytes: jpeg.length }
      await fs.mkdir(options.folder, { recursive: true, mode: 0o700 })
      await fs.writeFile(path.join(options.folder, `${id}.jpg`), jpeg, { mode: 0o600 })
      await record([{ kind: 'camera.snapshot-taken', observedAt: at, data }])
      return { id, camera, at, sha256, picture: dataUrl(jpeg) }
    },
  }
}
export type Registry = ReturnType<typeof createRegistry>
