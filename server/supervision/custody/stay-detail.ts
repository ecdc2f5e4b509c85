import type { CoverageSpan, PresentSpan, RoomSpan, StayDetail } from '../../contract/custody.ts'
import { overlap } from '../../domain/custody/marks.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { coverageOf, type Segment } from './coverage.ts'
import { approvalsOn } from './line.ts'
import type { Sources } from './sources.ts'
import { deadlineViews, measureView, stayView } from './stay-view.ts'

/** One stay with everything around it; undefined for a stay that nobody knows. */
export const stayDetail = (stay: string, now: Instant, seq: number, sources: Sources): StayDetail | undefined => {
  const row = stayView(stay, now, seq, sources)
  if (!row) return undefined
  const { register, memory } = sources
  const { custody } = register
  const person = row.person.id
  const line = [...(memory.persons[person]?.line ?? [])].sort((a, b) => a.at - b.at || a.seq - b.seq)
  const rooms = roomsOf(person, register)
  const segments: Segment[] = rooms.map(({ room, from, to }) => ({ room, from, to }))
  const covered = (what: 'recording' | 'entry'): CoverageSpan[] =>
    segments.flatMap((s) => coverageOf(what, s, now, register, memory))
  const acts = [...new Set(line.flatMap((l) => l.detail.act ?? []))].flatMap((id) => custody.act(`${id}`) ?? [])
  return {
    at: now,
    stay: { ...row, deadlines: row.departedAt === null ? deadlineViews(person, sources) : [] },
    stays: custody.staysOf(person).map((s) => ({
      id: s.stay,
      unit: s.unit,
      arrivedAt: s.arrivedAt ?? null,
      departedAt: s.departedAt ?? null,
    })),
    measures: custody.measuresOf(person).map(measureView),
    approvals: approvalsOn(line),
    acts: acts.map((a) => ({
      id: a.act,
      kind: a.kind,
      room: a.room,
      officers: a.officers,
      startedAt: a.startedAt,
      endedAt: a.endedAt ?? null,
    })),
    rooms,
    present: rooms.flatMap((span) => presentIn(span, person, register)),
    recording: covered('recording'),
    sensing: covered('entry'),
    restraints: memory.persons[person]?.restraints ?? [],
    line,
  }
}

const roomsOf = (person: string, { custody }: Register): RoomSpan[] =>
  custody
    .rooms()
    .flatMap(({ room, name }) =>
      custody
        .presence(room)
        .filter((p) => p.who === person)
        .map((p) => ({ room, name, from: p.from, to: p.to ?? null })),
    )
    .sort((a, b) => a.from - b.from)

/** Who else was in the room while the person was. */
const presentIn = (span: RoomSpan, person: string, register: Register): PresentSpan[] => {
  const own = { from: span.from, to: span.to ?? undefined, evidence: [] }
  return register.custody.presence(span.room).flatMap((p): PresentSpan[] => {
    const both = p.who === person ? undefined : overlap(own, p)
    const [from, to]: [Instant, Instant | null] = [both?.from ?? 0, both?.to ?? null]
    const occupant = p.as === 'held' ? null : (register.officer(p.who)?.name ?? null)
    return both ? [{ room: span.room, name: span.name, who: p.who, as: p.as, occupant, from, to }] : []
  })
}
