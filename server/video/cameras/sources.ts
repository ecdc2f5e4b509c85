import type { Instant } from '../../domain/time.ts'
import type { Database } from '../../storage/database.ts'
import type { SecretBox } from './secret-box.ts'

/** How a camera is reached. Its credentials are kept encrypted and are shown to nobody. */
export interface Source {
  readonly camera: string
  /** `rtsp://…`, without credentials. */
  readonly url: string
  /** The smaller stream; null: none. */
  readonly subUrl: string | null
  /** ONVIF's device service, `http://…`; null: not asked. */
  readonly onvifUrl: string | null
  readonly user: string | null
  readonly password: string | null
  /** The codec that the probe found. */
  readonly codec: 'h264' | 'h265'
  readonly audio: 'none' | 'copy' | 'encode'
}

interface Row extends Record<string, unknown> {
  readonly camera: string
  readonly url: string
  readonly sub_url: string | null
  readonly onvif_url: string | null
  readonly credentials: Uint8Array | null
  readonly codec: string
  readonly audio: string
}

/** The cameras' addresses. They are settings of this installation and not facts: the journal has no password. */
export const createSources = (database: Database, box: SecretBox) => {
  const read = (row: Row): Source => {
    const opened = row.credentials && box.open(row.credentials, row.camera)
    const { user, password } = opened
      ? (JSON.parse(opened) as { user: string; password: string })
      : { user: null, password: null }
    return {
      camera: row.camera,
      url: row.url,
      subUrl: row.sub_url,
      onvifUrl: row.onvif_url,
      user,
      password,
      codec: row.codec === 'h265' ? 'h265' : 'h264',
      audio: row.audio === 'copy' || row.audio === 'encode' ? row.audio : 'none',
    }
  }
  const columns = 'camera, url, sub_url, onvif_url, credentials, codec, audio'
  return {
    all: async (): Promise<readonly Source[]> =>
      (await database.query<Row>(`select ${columns} from camera_source order by camera`)).map(read),
    one: async (camera: string): Promise<Source | undefined> =>
      (await database.query<Row>(`select ${columns} from camera_source where camera = $1`, [camera])).map(read)[0],
    save: async (source: Source, by: string, at: Instant): Promise<void> => {
      const { camera, user, password } = source
      const credentials = user === null ? null : box.seal(JSON.stringify({ user, password: password ?? '' }), camera)
      await database.query(
        `insert into camera_source (${columns}, changed_by, changed_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)
         on conflict (camera) do update set url = excluded.url, sub_url = excluded.sub_url,
           onvif_url = excluded.onvif_url, credentials = excluded.credentials, codec = excluded.codec,
           audio = excluded.audio, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
        [camera, source.url, source.subUrl, source.onvifUrl, credentials, source.codec, source.audio, by, at],
      )
    },
    remove: async (camera: string): Promise<void> => {
      await database.query('delete from camera_source where camera = $1', [camera])
    },
  }
}
export type Sources = ReturnType<typeof createSources>
