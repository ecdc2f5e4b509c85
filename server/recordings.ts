import type { RetentionArea } from './domain/footage/retention.ts'
import type { Instant } from './domain/time.ts'
import { valueAt } from './engine/in-force.ts'
import { readBeside } from './supervision/review/beside.ts'
import type { Supervision } from './supervision/supervision.ts'
import type { MakeOptions } from './video/export/make.ts'

/** The rule of each area that holds how long its recordings are kept; the bureau's own number is a setting of it. */
const ruleOf: Readonly<Record<RetentionArea, string>> = {
  'case-area': 'recording.case-area-retention',
  'duty-room': 'recording.duty-room-retention',
  public: 'recording.public-retention',
  lockup: 'recording.lockup-retention',
  'body-camera': 'recording.body-camera-retention',
  other: 'recording.other-retention',
}

/** Days the bureau set beyond what the law asks, as two persons agreed on them; 0: none. */
export const keptLonger =
  ({ inForce }: Pick<Supervision, 'inForce'>) =>
  (area: RetentionArea, at: Instant): number => {
    const steps = inForce(ruleOf[area])?.steps ?? []
    const value = valueAt(steps, at) as { readonly keepDays?: number } | undefined
    return value?.keepDays ?? 0
  }

/** How far around a camera cars and officers are looked for. */
const NEAR_M = 300

/** What goes into an archive beside the pictures: whoever may ask for one sees the whole county. */
export const besideOf =
  (supervision: Supervision): MakeOptions['beside'] =>
  ({ from, to, cameras, finding }) => {
    const { register } = supervision
    const known = cameras.flatMap(({ id }) => register.cameras.camera(id) ?? [])
    return readBeside(
      {
        ...{ from, to, finding, cameras: cameras.map((c) => c.id), radiusM: NEAR_M },
        rooms: [...new Set(known.flatMap((c) => c.room ?? []))],
        carriers: cameras.flatMap(({ id }) => register.device(id)?.carrier ?? []),
        units: [...new Set(cameras.map((c) => c.unit))],
        places: known.flatMap((c) => (c.place ? [[c.place[0], c.place[1]] as const] : [])),
      },
      { is: 'all' },
      supervision,
    )
  }
