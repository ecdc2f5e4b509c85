import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { CameraView } from '../../contract/video.ts'
import type { PatrolPool, PatrolProof, PatrolStop, PatrolView, videoPatrolBodies } from '../../contract/video-patrol.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Clock } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'
import { followJournal } from '../footage/follow.ts'
import { done, noSuch, type Outcome, refuse } from '../outcome.ts'
import { drawCommitments } from './commitment.ts'
import { candidatesOf, commitmentOf, drawFrom } from './draw.ts'
import { patrolKinds, projectPatrol } from './project.ts'
import { type Drawn, lastPatrolOf, looksOf, openedAt, readChances, readLook, readPatrol, readSkips } from './table.ts'

export interface PatrolOptions {
  readonly database: Database
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Log
  readonly cameras: () => readonly CameraView[]
  /** Keeps a picture of a camera; its id, or undefined when none comes. */
  readonly snapshot: (camera: string, reason: string, by: string) => Promise<string | undefined>
}

/** Who asks, and which cameras they may see. */
export interface Looking {
  readonly name: string
  readonly sees: (camera: Pick<CameraView, 'unit'>) => boolean
}

type Body<K extends keyof typeof videoPatrolBodies> = z.infer<(typeof videoPatrolBodies)[K]>

const open409 = refuse(
  409,
  'patrol-open',
  '上一轮巡查尚未完成。请看完、跳过或说明原因结束后再抽取。',
  'Your last patrol is not done. Look at what is left, pass it over, or end it with a reason before the next draw.',
)
const nothing = refuse(
  422,
  'nothing-to-draw',
  '所选用途没有可抽取的摄像机。',
  'There is no camera of these purposes that could be drawn.',
)
const over = refuse(409, 'patrol-over', '这一轮巡查已经结束。', 'This patrol is over.')
const settled = refuse(
  409,
  'stop-settled',
  '这台摄像机已有结果；看错的在历史中更正。',
  'This camera has its result already; what was seen wrongly is corrected in the history.',
)
const notOpened = refuse(
  409,
  'not-opened',
  '还没有打开过这台摄像机的实时画面，不能给出结果。',
  'Its live picture was not opened since it was drawn, so no result can be given.',
)
const noPicture = refuse(
  409,
  'no-picture',
  '摄像机此刻没有画面，只能记为“看不到”。',
  'The camera gives no picture now; all that can be said is that nothing can be seen.',
)
const unseenLeft = refuse(
  422,
  'reason-needed',
  '还有没看的摄像机，结束须说明原因。',
  'Some cameras were not looked at: say why the patrol ends.',
)

/** Draws cameras, takes what was seen, and can show that a draw was one. */
export const openPatrols = async (options: PatrolOptions) => {
  const { database, journal, clock, log } = options
  const follower = await followJournal({
    ...{ database, journal, log },
    name: 'video-patrol',
    kinds: patrolKinds,
    project: projectPatrol,
  })
  const commitments = drawCommitments({ database, journal, clock })

  const append = async (drafts: readonly Draft[]): Promise<void> => {
    const receipts = await journal.append(drafts)
    await follower.reached(Math.max(...receipts.map(({ seq }) => seq)))
  }
  const draft = (observation: Observation, key: string = randomUUID()): Draft => ({
    source: 'console',
    key,
    observation,
  })

  /** One act of one account at a time: two windows of a person must not draw or judge twice. */
  const lastByAccount = new Map<string, Promise<unknown>>()
  const inTurn = <T>(account: string, work: () => Promise<T>): Promise<T> => {
    const mine = (lastByAccount.get(account) ?? Promise.resolve()).then(work, work)
    lastByAccount.set(account, mine)
    void mine
      .catch(() => undefined)
      .finally(() => {
        if (lastByAccount.get(account) === mine) lastByAccount.delete(account)
      })
    return mine
  }

  const stopsOf = async ({ draw }: Drawn): Promise<readonly PatrolStop[]> => {
    const [looks, skips] = [await looksOf(database, draw.patrol), await readSkips(database, draw.patrol)]
    const cameras = new Map(options.cameras().map((c) => [c.id, c]))
    return draw.drawn.map((camera) => {
      const known = cameras.get(camera)
      const look = looks.find((l) => l.camera === camera)
      const skip = skips.get(camera)
      return {
        camera,
        name: known?.name ?? { zh: camera, en: camera },
        unit: known?.unit ?? look?.unit ?? '',
        room: known?.room ?? null,
        purpose: known?.purpose ?? null,
        tickets: draw.candidates.find((c) => c.camera === camera)?.tickets ?? 0,
        state: look ? 'looked' : skip ? 'skipped' : 'waiting',
        results: look?.results ?? [],
        note: look?.note ?? skip?.note ?? '',
        at: look?.at ?? null,
        snapshot: look?.snapshot ?? null,
        skipped: skip?.reason ?? null,
        onDuty: [],
      }
    })
  }
  const viewOf = async (patrol: Drawn): Promise<PatrolView> => ({
    id: patrol.draw.patrol,
    by: patrol.draw.by,
    at: patrol.at,
    endedAt: patrol.endedAt,
    purposes: patrol.draw.purposes,
    stops: await stopsOf(patrol),
    candidates: patrol.draw.candidates.length,
    tickets: patrol.draw.candidates.reduce((sum, { tickets }) => sum + tickets, 0),
    leftOut: patrol.draw.leftOut,
  })
  const again = async (id: string): Promise<Outcome<{ patrol: PatrolView }>> => {
    const patrol = await readPatrol(database, id)
    return patrol ? done({ patrol: await viewOf(patrol) }) : noSuch(id)
  }

  /** One's own open patrol and a stop of it that has no result yet. */
  const waiting = async (
    who: Looking,
    id: string,
    camera: string,
  ): Promise<Outcome<{ patrol: Drawn; stop: PatrolStop }>> => {
    const patrol = await readPatrol(database, id)
    if (patrol?.draw.by !== who.name) return noSuch(id)
    if (patrol.endedAt !== null) return over
    const stop = (await stopsOf(patrol)).find((s) => s.camera === camera)
    if (!stop) return noSuch(camera)
    return stop.state === 'waiting' ? done({ patrol, stop }) : settled
  }
  /** Ends it when nothing is left to look at. */
  const settle = async (who: Looking, id: string): Promise<Outcome<{ patrol: PatrolView }>> => {
    const now = await again(id)
    if (now.is === 'refused' || now.value.patrol.stops.some((s) => s.state === 'waiting')) return now
    const data = { patrol: id, by: who.name, unseen: [], reason: null }
    await append([draft({ kind: 'video-patrol.ended', observedAt: clock(), data }, `ended ${id}`)])
    return again(id)
  }

  return {
    /** The open patrol of an account, and what a new one would be drawn from; its secret is committed to by now. */
    mine: (who: Looking): Promise<{ patrol: PatrolView | null; pool: PatrolPool }> =>
      inTurn(who.name, async () => {
        const last = await lastPatrolOf(database, who.name)
        const open = last && last.endedAt === null ? await viewOf(last) : null
        const seen = options.cameras().filter(who.sees)
        const able = seen.filter((c) => c.state !== 'unsourced')
        const purposes = [...new Set(able.map((c) => c.purpose))].sort()
        return {
          patrol: open,
          pool: {
            cameras: able.length,
            leftOut: seen.length - able.length,
            byPurpose: purposes.map((purpose) => ({
              purpose,
              cameras: able.filter((c) => c.purpose === purpose).length,
            })),
            commitment: open || able.length === 0 ? null : (await commitments.next(who.name, last)).commitment,
          },
        }
      }),

    draw: (who: Looking, { purposes, count }: Body<'drawPatrol'>): Promise<Outcome<{ patrol: PatrolView }>> =>
      inTurn(who.name, async () => {
        const last = await lastPatrolOf(database, who.name)
        if (last && last.endedAt === null) return open409
        const asked = options
          .cameras()
          .filter((c) => who.sees(c) && (purposes.length === 0 || purposes.includes(c.purpose)))
        const able = asked.filter((c) => c.state !== 'unsourced').map(({ id }) => id)
        if (able.length === 0) return nothing
        const { seed } = await commitments.next(who.name, last)
        const chances = await readChances(database)
        const candidates = candidatesOf(able, (camera) => chances.get(camera) ?? 0)
        const data = {
          patrol: `vp-${clock()}-${randomUUID().slice(0, 8)}`,
          by: who.name,
          purposes: [...new Set(purposes)].sort(),
          candidates,
          leftOut: asked.length - able.length,
          drawn: drawFrom(seed, candidates, count),
          seed: Buffer.from(seed).toString('hex'),
          next: await commitments.newSeed(),
        }
        // The key is the seed's: whatever happens, nothing is drawn twice from one.
        await append([draft({ kind: 'video-patrol.drawn', observedAt: clock(), data }, `drawn ${commitmentOf(seed)}`)])
        return again(data.patrol)
      }),

    look: (who: Looking, id: string, body: Body<'look'>): Promise<Outcome<{ patrol: PatrolView }>> =>
      inTurn(who.name, async () => {
        const found = await waiting(who, id, body.camera)
        if (found.is === 'refused') return found
        const { patrol, stop } = found.value
        const camera = options.cameras().find((c) => c.id === body.camera)
        if (!camera || !who.sees(camera)) return noSuch(body.camera)
        if (body.results[0] !== 'cannot-see') {
          if (camera.state === 'lost') return noPicture
          await follower.reached((await journal.watermark()).seq)
          const opened = await openedAt(database, who.name, camera.id)
          if (opened === undefined || opened < patrol.at) return notOpened
        }
        const look = `look-${randomUUID()}`
        const kept = body.snapshot && (await options.snapshot(camera.id, `视频巡查 ${id}`, who.name))
        const snapshot = kept || null
        const observedAt = clock()
        const { results, note, officers } = body
        const common = { look, camera: camera.id, post: stop.room, unit: stop.unit, by: who.name, officers, note }
        await append(
          results.map((result, i) =>
            draft(
              { kind: 'video-patrol.looked', observedAt, data: { ...common, result, patrol: id, snapshot } },
              `${look} ${i}`,
            ),
          ),
        )
        return settle(who, id)
      }),

    skip: (who: Looking, id: string, { camera, reason, note }: Body<'skipStop'>) =>
      inTurn(who.name, async () => {
        const found = await waiting(who, id, camera)
        if (found.is === 'refused') return found
        const data = { patrol: id, camera, unit: found.value.stop.unit, by: who.name, reason, note }
        await append([draft({ kind: 'video-patrol.skipped', observedAt: clock(), data }, `skipped ${id} ${camera}`)])
        return settle(who, id)
      }),

    end: (who: Looking, id: string, { reason }: Body<'endPatrol'>): Promise<Outcome<{ patrol: PatrolView }>> =>
      inTurn(who.name, async () => {
        const patrol = await readPatrol(database, id)
        if (patrol?.draw.by !== who.name) return noSuch(id)
        if (patrol.endedAt !== null) return over
        const unseen = (await stopsOf(patrol)).filter((s) => s.state === 'waiting').map((s) => s.camera)
        if (unseen.length > 0 && reason === null) return unseenLeft
        const data = { patrol: id, by: who.name, unseen, reason: unseen.length > 0 ? reason : null }
        await append([draft({ kind: 'video-patrol.ended', observedAt: clock(), data }, `ended ${id}`)])
        return again(id)
      }),

    /** The look was wrong, or what it saw was put right on the spot. */
    correct: async (who: Looking, look: string, note: string): Promise<Outcome<Record<string, never>>> => {
      const found = await readLook(database, look)
      if (!found || !who.sees(found)) return noSuch(look)
      const data = { look, unit: found.unit, by: who.name, note }
      await append([draft({ kind: 'video-patrol.corrected', observedAt: clock(), data })])
      return done({})
    },

    /** The draw made again from the journal alone; undefined: there is none. */
    proof: async (id: string): Promise<PatrolProof | undefined> => {
      const patrol = await readPatrol(database, id)
      if (!patrol) return undefined
      const { draw, seq } = patrol
      const seed = Buffer.from(draw.seed, 'hex')
      const commitment = commitmentOf(seed)
      const before = await commitments.before(seq, draw.by, commitment)
      const redone = drawFrom(seed, draw.candidates, draw.drawn.length)
      return {
        patrol: id,
        seq,
        seed: draw.seed,
        committed: before ?? null,
        candidates: draw.candidates,
        drawn: draw.drawn,
        again: redone,
        holds: before !== undefined && JSON.stringify(redone) === JSON.stringify(draw.drawn),
      }
    },
    /** Resolves once the tables hold entry `seq`. */
    reached: follower.reached,
    close: follower.stop,
  }
}
export type Patrols = Awaited<ReturnType<typeof openPatrols>>
