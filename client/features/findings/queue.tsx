import { useMemo, useRef, useState } from 'react'
import type { FindingView } from '../../../server/contract/views.ts'
import { GradeBadge, grades } from '../../finding/grade.tsx'
import { isUnseen } from '../../finding/waiting.ts'
import { say, useWords } from '../../i18n/language.ts'
import { useTopic } from '../../live/use-live.ts'
import { useUser } from '../../session/session.ts'
import { usePicture } from '../../time/replay.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { Rows } from '../../ui/rows.tsx'
import { folded, held, queued, tally, wholeQueue } from './model.ts'
import { QueueRow } from './queue-row.tsx'

/** How long after a key the list counts as being held. */
const HAND_MS = 8_000

/** What waits for somebody. Nothing moves under the hand; what is new says so in a chip. */
export const Queue = () => {
  const t = useWords()
  const me = useUser().name
  const picture = usePicture()
  const version = useTopic(picture, 'findings')
  const chosen = useParam('finding')
  const [filter, setFilter] = useState(wholeQueue)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [over, setOver] = useState(false)
  const [, setRound] = useState(0)
  const touchedMs = useRef(Number.NEGATIVE_INFINITY)
  const shown = useRef<{ key: string; ids: readonly string[] }>({ key: '', ids: [] })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for what the picture holds
  const wanted = useMemo(() => queued(picture.findings.values(), filter, me), [picture, version, filter, me])
  const key = `${JSON.stringify(filter)}`
  const hand = (over || performance.now() - touchedMs.current < HAND_MS) && shown.current.key === key
  const { ids, fresh } = held(
    shown.current.ids,
    wanted.map((v) => v.finding.id),
    hand,
  )
  shown.current = { key, ids }
  const views = ids.flatMap((id) => picture.findings.get(id) ?? [])
  const rows = folded(views, opened)
  const freshA = fresh.filter((id) => picture.findings.get(id)?.finding.grade === 'A').length

  const choose = (id: string): void => {
    touchedMs.current = performance.now()
    if (!id.startsWith('storm ')) return setParams({ finding: id })
    const next = new Set(opened)
    if (!next.delete(id.slice(6))) next.add(id.slice(6))
    setOpened(next)
  }
  const step = (by: number): void => {
    const choosable = rows.filter((r) => r.is === 'finding')
    const at = choosable.findIndex((r) => r.id === chosen)
    const next = choosable[Math.max(0, Math.min(choosable.length - 1, at + by))]
    if (next !== undefined) choose(next.id)
  }
  useKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Esc: chosen === undefined ? undefined : () => setParams({ finding: undefined }),
  })
  const release = (): void => {
    touchedMs.current = Number.NEGATIVE_INFINITY
    shown.current = { key: '', ids: [] }
    setRound((n) => n + 1)
  }
  const n = tally(picture.findings.values(), me)
  return (
    <div className="queue" onPointerEnter={() => setOver(true)} onPointerLeave={() => setOver(false)}>
      <div className="queue-filter">
        {(['open', 'mine', 'shelved'] as const).map((which) => (
          <button
            key={which}
            type="button"
            className={`button button-small ${filter.which === which ? 'button-on' : ''}`}
            aria-pressed={filter.which === which}
            onClick={() => setFilter({ ...filter, which })}
          >
            {t.queue.filters[which]} {n[which]}
          </button>
        ))}
        <span className="queue-gap" />
        {grades.map((g) => (
          <button
            key={g}
            type="button"
            className={`button button-small ${filter.grade === g ? 'button-on' : ''}`}
            aria-pressed={filter.grade === g}
            onClick={() => setFilter({ ...filter, grade: filter.grade === g ? undefined : g })}
          >
            <GradeBadge grade={g} />
          </button>
        ))}
      </div>
      {fresh.length > 0 && (
        <button type="button" className={`queue-fresh ${freshA > 0 ? 'queue-fresh-a' : ''}`} onClick={release}>
          {t.queue.fresh(fresh.length)}
          {freshA > 0 && `，${t.queue.freshA(freshA)}`}　{t.queue.show}
        </button>
      )}
      {rows.length === 0 ? (
        <Message title={t.queue.empty} hint={t.queue.emptyHint} />
      ) : (
        <Rows
          items={rows}
          height={74}
          id={(r) => r.id}
          chosen={chosen}
          label={t.queue.title}
          row={(r) =>
            r.is === 'finding' ? (
              <QueueRow f={r.view} picture={picture} inStorm={r.inStorm} />
            ) : (
              <Storm views={r.views} open={r.open} />
            )
          }
          onChoose={choose}
        />
      )}
    </div>
  )
}

const Storm = ({ views, open }: { readonly views: readonly FindingView[]; readonly open: boolean }) => {
  const t = useWords()
  const [first] = views
  if (first === undefined) return null
  const unseen = views.filter(isUnseen).length
  return (
    <div className="queue-row queue-storm" title={t.queue.groupHint}>
      <div className="queue-top">
        <GradeBadge grade={first.finding.grade} loud={unseen > 0} />
        <span className="chip chip-warn">{t.finding.storm}</span>
        <span className="queue-since">{open ? t.queue.collapse : t.queue.expand}</span>
      </div>
      <b>{t.queue.group(views.length, say(first.title))}</b>
      <small className="muted">
        {t.finding.status.new} {unseen}
      </small>
    </div>
  )
}
