import type { CustodyBoard, FindingBrief, RoomView, StayDetail, StayView } from '../../contract/custody.ts'
import type { FindingView } from '../../contract/views.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { endsStay } from './limits.ts'
import { type CustodyMemory, emptyMemory, fieldOf, personOf, remember } from './memory.ts'
import { roomView } from './room-view.ts'
import { type Pending, personBehind, type RuleWord, type Sources } from './sources.ts'
import { stayDetail } from './stay-detail.ts'
import { stayView } from './stay-view.ts'

/** What a console has to be told of the case area. `unit` decides who may hear it. */
export type CustodyChange =
  | { readonly is: 'stay'; readonly unit: string; readonly view: StayView }
  | { readonly is: 'room'; readonly unit: string; readonly view: RoomView }

export interface CustodyOptions {
  readonly register: Register
  readonly memory?: CustodyMemory | undefined
  readonly ruleWord: (rule: string) => RuleWord
  readonly deadlinesOf: (subjects: Iterable<string>) => readonly Pending[]
}

/**
 * The consoles' picture of the case area: a fold over the journal beside the register, and the engine's deadlines.
 * Views depend on entries and findings only, never on the time that passed, so they are kept until something changes.
 */
export const createCustody = ({ register, memory = emptyMemory(), ruleWord, deadlinesOf }: CustodyOptions) => {
  const findings = new Map<string, Map<string, FindingBrief>>()
  const stays = new Map<string, StayView>()
  const rooms = new Map<string, RoomView>()
  const dirtyStays = new Set<string>()
  const dirtyRooms = new Set<string>()

  const briefsOf = (owner: string): FindingBrief[] =>
    [...(findings.get(owner)?.values() ?? [])].sort((a, b) =>
      a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : b.since - a.since,
    )

  const sources: Sources = {
    register,
    memory,
    ruleWord,
    deadlinesOf,
    findingsOfPerson: (person) => briefsOf(`person/${person}`),
    findingsOfRoom: (room) => briefsOf(`room/${room}`),
  }

  /** Those that last, and those that a board still shows. */
  const touchPerson = (person: string | undefined): void => {
    for (const { stay, departedAt } of person === undefined ? [] : register.custody.staysOf(person))
      if (departedAt === undefined || stays.has(stay)) dirtyStays.add(stay)
  }
  const touchRoom = (room: string | null | undefined): void => {
    if (!room || !register.custody.room(room)) return
    dirtyRooms.add(room)
    for (const p of register.custody.presence(room)) if (p.as === 'held') touchPerson(p.who)
  }
  const touchAll = (): void => {
    for (const stay of Object.keys(memory.stays)) dirtyStays.add(stay)
    for (const { room } of register.custody.rooms()) dirtyRooms.add(room)
  }
  /** Whatever a rule watches under this subject. */
  const touchSubject = (subject: string): void => {
    const plain = subject.replace(/#.*$/, '')
    touchPerson(personBehind(plain, sources))
    if (register.custody.room(plain)) dirtyRooms.add(plain)
  }

  /** Takes an entry that the register already has. */
  const apply = (entry: Entry): void => {
    const { observation: o } = entry
    if (!concerned(o.kind)) return
    remember(memory, entry, register)
    const sensor = fieldOf(o, 'sensor')
    // A source of no room, such as the case system that tells of meals, concerns everybody.
    if (sensor !== undefined && !register.custody.sensor(sensor)?.room) return touchAll()
    touchPerson(personOf(o, memory, register))
    const who = fieldOf(o, 'who')
    const named = [
      fieldOf(o, 'room'),
      sensor && register.custody.sensor(sensor)?.room,
      register.custody.act(fieldOf(o, 'act'))?.room,
    ]
    const place = register.custody.whereabouts(who ?? fieldOf(o, 'person') ?? '')
    for (const room of [...named, place?.room, place?.from]) touchRoom(room)
  }

  /** A finding opened, changed or ended. */
  const found = ({ finding, title, active, status }: FindingView): void => {
    const { id, rule, grade, since, subject, facts } = finding
    const plain = subject.replace(/#.*$/, '')
    const person = typeof facts.person === 'string' ? facts.person : personBehind(plain, sources)
    const owner = person !== undefined ? `person/${person}` : register.custody.room(plain) ? `room/${plain}` : undefined
    if (owner === undefined) return
    const list = findings.get(owner) ?? new Map<string, FindingBrief>()
    if (status === 'closed' || status === 'dismissed') list.delete(id)
    else list.set(id, { id, rule, grade, title, since, active, ends: endsStay(rule) })
    if (list.size > 0) findings.set(owner, list)
    else findings.delete(owner)
    touchPerson(person)
    touchSubject(plain)
  }

  /** What changed since the last call, freshly seen at `now`; `seq` is the last entry applied. */
  const take = (now: Instant, seq: number): CustodyChange[] => {
    if (dirtyStays.size + dirtyRooms.size === 0) return []
    const changes: CustodyChange[] = []
    for (const id of dirtyStays) {
      const view = stayView(id, now, seq, sources)
      if (view && view.departedAt === null) stays.set(id, view)
      else stays.delete(id)
      if (view) changes.push({ is: 'stay', unit: view.unit, view })
    }
    for (const id of dirtyRooms) {
      const view = roomView(id, now, seq, sources)
      if (!view) continue
      rooms.set(id, view)
      changes.push({ is: 'room', unit: view.unit, view })
    }
    dirtyStays.clear()
    dirtyRooms.clear()
    return changes
  }

  return {
    memory,
    apply,
    found,
    touchSubject,
    touchAll,
    take,
    /** Open stays and all rooms, as far as `sees` allows. */
    board: (now: Instant, seq: number, sees: (unit: string) => boolean): CustodyBoard => ({
      seq,
      at: now,
      stays: [...stays.values()].filter((v) => sees(v.unit)),
      rooms: [...rooms.values()].filter((v) => sees(v.unit)),
    }),
    detail: (stay: string, now: Instant, seq: number): StayDetail | undefined => stayDetail(stay, now, seq, sources),
    /** The unit that answers for a stay; undefined for one that nobody knows. */
    unitOf: (stay: string): string | undefined => register.custody.stay(stay)?.unit,
    /** The one way to a name. Whoever calls it has journalled the view before. */
    nameIn: (stay: string): { readonly person: string; readonly name: string | null } | undefined => {
      const person = memory.stays[stay]?.person
      return person === undefined ? undefined : { person, name: memory.persons[person]?.name ?? null }
    },
    openStays: () => stays.size,
  }
}
export type Custody = ReturnType<typeof createCustody>

/** Families of kinds that say something of persons, rooms or what looks at them. */
const families =
  /^(person|measure|act|notice|application|room|recording|sensor|restraint|care|safety|belongings|custody|sentence|bail|rights|body|lineup|calendar|wristband)\./
const concerned = (kind: string): boolean => families.test(kind)
