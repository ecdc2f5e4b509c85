import type { CoverageSpan, StayDetail } from '../../../server/contract/custody.ts'
import type { CustodyWords } from '../../i18n/custody/zh.ts'
import { say } from '../../i18n/language.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { wordOf } from './model.ts'
import { type Bar, type Point, stacked, type Track } from './timeline-model.ts'

/** What the timeline of a stay shows, from the person's measures down to what nobody could see. */
export const tracksOf = (d: StayDetail, t: CustodyWords, now: number): readonly Track[] => {
  const until = (to: number | null): string => (to === null ? t.lasting : dateTimeOf(to))
  const hint = (label: string, from: number, to: number | null): string =>
    `${label}\n${dateTimeOf(from)} – ${until(to)}\n${durationOf((to ?? now) - from)}`
  const bar = (key: string, look: Bar['look'], label: string, from: number, to: number | null): Bar => ({
    key,
    from,
    to,
    look,
    label,
    hint: hint(label, from, to),
  })
  const roomName = new Map(d.rooms.map((r) => [r.room, say(r.name)]))
  const cover = (spans: readonly CoverageSpan[], words: Readonly<Record<CoverageSpan['state'], string>>): Bar[] =>
    spans.map((s, i) => {
      const why = s.cause === null ? '' : ` · ${wordOf(t.causes, s.cause)}`
      const one = bar(`${s.room}${s.from}${i}`, s.state, `${words[s.state]}${why}`, s.from, s.to)
      return { ...one, hint: `${roomName.get(s.room) ?? s.room}\n${one.hint}` }
    })
  const track = (id: keyof CustodyWords['tracks'], bars: readonly Bar[], points: readonly Point[] = []): Track => ({
    id,
    lines: stacked(bars, now),
    points,
  })
  const byPerson = new Map<string, Bar[]>()
  for (const p of d.present) {
    const label = p.as === 'held' ? t.badges.held : `${p.occupant ?? p.who} ${wordOf(t.badges, p.as)}`
    const one = bar(`${p.who}${p.from}`, 'plain', label, p.from, p.to)
    byPerson.set(p.who, [...(byPerson.get(p.who) ?? []), one])
  }
  return [
    track(
      'measures',
      d.measures.flatMap((m) =>
        m.startedAt === null ? [] : bar(m.id, 'strong', wordOf(t.measures, m.kind), m.startedAt, m.endedAt),
      ),
    ),
    track(
      'stays',
      d.stays.flatMap((s) =>
        s.arrivedAt === null
          ? []
          : bar(s.id, s.id === d.stay.id ? 'strong' : 'plain', t.tracks.stays, s.arrivedAt, s.departedAt),
      ),
      arrivals(d, t),
    ),
    track(
      'rooms',
      d.rooms.map((r) => bar(`${r.room}${r.from}`, 'plain', say(r.name), r.from, r.to)),
    ),
    track(
      'acts',
      d.acts.map((a) => bar(a.id, 'strong', wordOf(t.acts, a.kind), a.startedAt, a.endedAt)),
    ),
    track('recording', cover(d.recording, t.coverage)),
    track('sensing', cover(d.sensing, t.sensing)),
    { id: 'present', lines: [...byPerson.values()].slice(0, 6), points: [] },
    track(
      'restraints',
      d.restraints.map((r) => bar(r.use, 'off', wordOf(t.restraints, r.kind), r.from, r.to)),
    ),
    track('approvals', [], approvals(d, t)),
    track('care', [], care(d, t)),
    track('deadlines', [], deadlines(d, now)),
  ].filter(({ lines, points }) => lines.length + points.length > 0)
}

const arrivals = ({ stay: { arrival } }: StayDetail, t: CustodyWords): Point[] =>
  (
    [
      [arrival.gateAt, t.gate],
      [arrival.paperAt, t.paper],
    ] as const
  ).flatMap(([at, word]) =>
    at === null ? [] : { key: word, at, look: 'tick' as const, hint: `${word} ${dateTimeOf(at)}` },
  )

const approvals = (d: StayDetail, t: CustodyWords): Point[] =>
  d.approvals.map((a) => ({
    key: `${a.seq}`,
    at: a.at,
    look: a.what === 'refused' ? 'refusal' : 'approval',
    hint: [
      t.approvals[a.what],
      a.rank && wordOf(t.ranks, a.rank),
      a.total && t.total(a.total.amount, wordOf(t.units, a.total.unit)),
      a.document,
      dateTimeOf(a.at),
    ]
      .filter(Boolean)
      .join(' · '),
  }))

const care = (d: StayDetail, t: CustodyWords): Point[] =>
  d.line
    .filter((l) => l.kind === 'care.given' || l.kind === 'notice.given')
    .map((l) => ({
      key: `${l.seq}`,
      at: l.at,
      look: l.kind === 'care.given' ? 'meal' : 'tick',
      hint: `${wordOf(t.kinds, l.kind)} ${dateTimeOf(l.at)}`,
    }))

const deadlines = (d: StayDetail, now: number): Point[] => [
  ...d.stay.deadlines.map((x) => ({
    key: `${x.rule}${x.subject}`,
    at: x.dueAt,
    look: x.dueAt < now ? ('over' as const) : ('due' as const),
    hint: `${say(x.title)} ${dateTimeOf(x.dueAt)}`,
  })),
  ...d.stay.findings.map((f) => ({
    key: f.id,
    at: f.since,
    look: 'over' as const,
    hint: `${f.grade} ${say(f.title)} ${dateTimeOf(f.since)}`,
  })),
]
