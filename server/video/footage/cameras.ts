import type { Camera } from '../../domain/camera/register.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'

/** A camera as it was known last, also when it is no longer ours. */
export interface KnownCamera extends Camera {
  readonly withdrawnAt: Instant | null
}

/** Every camera there ever was: what a withdrawn one recorded is kept, reviewed and removed like the rest. */
export const loadCameras = async (db: Queryable) => {
  const byId = new Map<string, KnownCamera>()
  const rows = await db.query<{ known: Camera; withdrawnAt: number | null }>(
    'select known, withdrawn_at as "withdrawnAt" from video_camera',
  )
  for (const { known, withdrawnAt } of rows) byId.set(known.camera, { ...known, withdrawnAt })
  return {
    apply: ({ observation: o }: Entry): void => {
      if (o.kind === 'camera.registered') {
        const { by: _, ...known } = o.data
        byId.set(known.camera, { ...known, withdrawnAt: null })
      } else if (o.kind === 'camera.withdrawn') {
        const known = byId.get(o.data.camera)
        if (known) byId.set(known.camera, { ...known, withdrawnAt: o.observedAt })
      }
    },
    get: (id: string): KnownCamera | undefined => byId.get(id),
    all: (): readonly KnownCamera[] => [...byId.values()],
  }
}
export type Cameras = Awaited<ReturnType<typeof loadCameras>>
