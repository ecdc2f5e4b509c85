import type { Actor } from '../contract/actions.ts'
import type { CarrierView, DeviceView, FindingView, Snapshot, StatusView } from '../contract/views.ts'
import type { Instant } from '../domain/time.ts'
import { onlyUnit, type Sight, seesCarrier, seesFinding, seesUnit, seesZone, sightOf } from './access.ts'
import { carrierView, LIVE_FOR_MS } from './carriers.ts'
import { byUrgency } from './cases.ts'
import { readFindingsAt } from './finding-table.ts'
import { viewThen } from './finding-then.ts'
import { countSilent, unitViews } from './picture.ts'
import { readFixesAt } from './position-table.ts'
import { newestOf, statusOf } from './status.ts'
import type { Supervision } from './supervision.ts'
import { zonesAt } from './zones.ts'

/** A console gets the gravest and newest at once; the rest is paged. */
export const SNAPSHOT_FINDINGS = 1_000
/** How far back a replay looks for a carrier's last fix. */
const REPLAY_LOOK_BACK_MS = 24 * 3_600_000

/** What only the web side knows. */
export interface Room {
  readonly onDuty: readonly string[]
  readonly demo: StatusView['demo']
}

/** The picture for one reader: now, and as it was. Everything is narrowed to the reader's sight before it leaves. */
export const createConsole = (supervision: Supervision) => {
  const { database, register, picture, cases } = supervision
  const store: StatusView['store'] = { kind: database.kind, version: database.version }

  const carriersFor = (sight: Sight): CarrierView[] =>
    // Narrowed before views are made, and judged again by the one rule of sight.
    picture.all(supervision.now(), onlyUnit(sight)).filter((v) => seesCarrier(sight, v))

  function* openFindings(sight: Sight): Generator<FindingView> {
    for (const { view } of cases.all()) if (seesFinding(sight, view)) yield view
  }

  /** Always of now, also in replay: what is due does not wait while someone looks back. */
  const rollCallNow = (): StatusView['rollCall'] => ({
    next: supervision.rollCall.next(supervision.now()),
    running: register.rollCall.open().length,
  })

  const statusFor = (sight: Sight, room: Room): StatusView =>
    statusOf({
      now: supervision.now(),
      store,
      unobservable: picture.silent(supervision.now(), onlyUnit(sight)),
      findings: openFindings(sight),
      outages: register.outages(),
      rollCall: rollCallNow(),
      newestDataAt: sight.is === 'all' ? picture.newestDataAt() : picture.newestOf(sight.unit),
      ...room,
    })

  const snapshotFor = (sight: Sight, room: Room): Snapshot => {
    const carriers = carriersFor(sight)
    return {
      seq: supervision.seq(),
      at: supervision.now(),
      carriers,
      findings: [...openFindings(sight)].sort(byUrgency).slice(0, SNAPSHOT_FINDINGS),
      units: unitViews(register).filter((v) => seesUnit(sight, v)),
      zones: zonesAt(register, supervision.now()).filter((v) => seesZone(sight, v)),
      status: statusFor(sight, room),
    }
  }

  /**
   * The picture as it was at `at`: what had been recorded by then, the zones in force then, the findings as far
   * as they had come. Whether a device was connected then is told by the age of its last fix.
   */
  const replayAt = async (user: Actor, at: Instant, room: Room): Promise<Snapshot> => {
    const sight = sightOf(user)
    await supervision.written()
    const ids = picture.carriers.ids(onlyUnit(sight))
    const fixes = await readFixesAt(database, ids, at, at - REPLAY_LOOK_BACK_MS)
    const carriers = ids.flatMap((id) => {
      const fix = fixes.get(id) ?? null
      const live = fix !== null && at - fix.observedAt <= LIVE_FOR_MS
      const place = fix?.position ? { position: fix.position, accuracyM: fix.accuracyM } : null
      const memory = {
        fix,
        place,
        device: fix?.device ?? null,
        heardAt: fix?.recordedAt ?? null,
        online: live,
        last: [],
      }
      const shift = register.shiftAt(id, at)
      const state = live ? 'live' : !shift ? 'off-duty' : fix ? 'last-known' : 'silent'
      return carrierView(register, id, memory, state, at) ?? []
    })
    const rows = await readFindingsAt(database, at, onlyUnit(sight), SNAPSHOT_FINDINGS)
    const findings = rows.flatMap((one) => viewThen(one, at) ?? []).filter((v) => seesFinding(sight, v))
    return {
      seq: supervision.seq(),
      at,
      carriers,
      findings,
      units: unitViews(register).filter((v) => seesUnit(sight, v)),
      zones: zonesAt(register, at).filter((v) => seesZone(sight, v)),
      status: statusOf({
        now: at,
        store,
        unobservable: countSilent(carriers),
        findings,
        outages: register.outages(),
        rollCall: rollCallNow(),
        newestDataAt: newestOf(carriers),
        ...room,
        onDuty: [],
      }),
    }
  }

  /** Devices with their last frame; `frames` is false for readers who must not see evidence. */
  const devices = async (frames: boolean, ids = picture.devices.ids()): Promise<DeviceView[]> => {
    const seqs = frames ? ids.flatMap((id) => picture.devices.lastSeq(id) ?? []) : []
    const stored = seqs.length > 0 ? await supervision.journal.inspect(seqs) : []
    const hexBySeq = new Map(stored.map((s) => [s.entry.seq, s.raw && Buffer.from(s.raw).toString('hex')]))
    return ids.flatMap((id) => {
      const seq = picture.devices.lastSeq(id)
      return picture.devices.view(id, (seq == null ? null : hexBySeq.get(seq)) ?? null) ?? []
    })
  }

  return { carriersFor, statusFor, snapshotFor, replayAt, devices }
}
export type Console = ReturnType<typeof createConsole>
