import { useEffect, useRef, useState } from 'react'
import { isUnseen } from '../finding/waiting.ts'
import { say, useWords } from '../i18n/language.ts'
import { connection, live } from '../live/feed.ts'
import { useTopic } from '../live/use-live.ts'
import { useCursor } from '../time/cursor.ts'
import { useValue } from '../ui/subscribable.ts'

/** Says aloud, to those who hear the screen, what others see flash: findings, the connection, replay. */
export const Announcer = () => {
  const t = useWords()
  const [said, setSaid] = useState('')
  const known = useRef<Set<string>>(undefined)
  const version = useTopic(live, 'findings')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` is what changes when findings do
  useEffect(() => {
    const fresh = [...live.findings.values()].filter((f) => isUnseen(f) && known.current?.has(f.finding.id) === false)
    const first = fresh.sort((a, b) => a.finding.grade.localeCompare(b.finding.grade))[0]
    if (first !== undefined) setSaid(t.announce.finding(t.grades[first.finding.grade].name, say(first.title)))
    if (live.at() !== undefined) known.current = new Set(live.findings.keys())
  }, [version])

  const { phase } = useValue(connection)
  const { mode } = useCursor()
  const before = useRef({ phase, mode })
  useEffect(() => {
    const was = before.current
    before.current = { phase, mode }
    if (was.phase !== phase && (phase === 'lost' || phase === 'stale')) setSaid(t.announce.lost)
    if (was.phase !== phase && phase === 'live' && was.phase !== 'connecting') setSaid(t.announce.back)
    if (was.mode !== mode) setSaid(mode === 'replay' ? t.announce.replay : t.announce.live)
  }, [phase, mode, t])
  return (
    <div className="visually-hidden" aria-live="assertive" role="log">
      {said}
    </div>
  )
}
