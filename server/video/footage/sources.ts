import type { SourceView, SpanView } from '../../contract/recordings.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Database } from '../../storage/database.ts'
import type { Keeper } from '../retention/keeper.ts'
import type { Cameras, KnownCamera } from './cameras.ts'
import { readEnds, readSpans } from './read.ts'

export interface SourcesOptions {
  readonly database: Database
  readonly clock: Clock
  readonly cameras: Cameras
  readonly keeper: Pick<Keeper, 'areaOf' | 'keepDays'>
  /** The vehicle or officer that carries a camera. */
  readonly carrierOf: (camera: string) => string | null
  readonly openUntil: (camera: string) => Instant | undefined
}

/** The cameras as a reader of recordings sees them. */
export const createSources = ({ database, clock, cameras, keeper, carrierOf, openUntil }: SourcesOptions) => {
  const viewOf = (camera: KnownCamera, ends: { oldestAt: Instant; newestAt: Instant } | undefined): SourceView => ({
    id: camera.camera,
    name: camera.name,
    unit: camera.unit,
    room: camera.room,
    carrier: carrierOf(camera.camera),
    place: camera.place ? [...camera.place] : null,
    area: keeper.areaOf(camera),
    audio: camera.audio,
    state: openUntil(camera.camera) !== undefined ? 'recording' : camera.withdrawnAt === null ? 'down' : 'off',
    newestAt: ends?.newestAt ?? null,
    oldestAt: ends?.oldestAt ?? null,
    keepDays: keeper.keepDays(camera),
  })

  return {
    views: async (): Promise<SourceView[]> => {
      const all = cameras.all()
      const ends = await readEnds(
        database,
        all.map((c) => c.camera),
      )
      return all.map((c) => viewOf(c, ends.get(c.camera)))
    },
    spans: (camera: string, from: Instant, to: Instant): Promise<readonly SpanView[]> =>
      readSpans(database, { camera, from, to, now: clock(), openUntil: openUntil(camera) }),
  }
}
export type Sources = ReturnType<typeof createSources>
