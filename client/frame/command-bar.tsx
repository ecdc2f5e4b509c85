import { useEffect, useMemo, useRef, useState } from 'react'
import type { Feature } from '../features/index.ts'
import { say, useWords } from '../i18n/language.ts'
import { live } from '../live/feed.ts'
import { showOnMap } from '../map/show.ts'
import { logout, useMay } from '../session/session.ts'
import { backToLive } from '../time/cursor.ts'
import { dateTimeOf } from '../ui/format.ts'
import { goTo } from '../ui/location.ts'
import { flipLanguage } from '../ui/switches.tsx'
import { flipTheme } from '../ui/theme.ts'
import { unitName } from '../ui/unit-name.ts'
import { type Choice, carrierChoice, findingChoice, search } from './command.ts'

interface Props {
  readonly pages: readonly Feature[]
  readonly close: () => void
}

/** One line for everything: where is car 12, open that finding, back to live. */
export const CommandBar = ({ pages, close }: Props) => {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const all = useChoices(pages)
  const found = search(all, typed)
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(document.activeElement)
  useEffect(() => {
    const back = before.current
    return () => (back instanceof HTMLElement ? back.focus() : undefined)
  }, [])
  const move = (by: number): void => {
    const next = Math.max(0, Math.min(found.length - 1, at + by))
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const run = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    close()
    choice.run()
  }
  return (
    <div className="command-veil">
      <button type="button" className="plain command-away" tabIndex={-1} aria-label="Esc" onClick={close} />
      <div className="command" role="dialog" aria-label={t.frame.command}>
        <input
          // biome-ignore lint/a11y/noAutofocus: it was opened to type
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="command-list"
          aria-activedescendant={found[at] === undefined ? undefined : `command-${at}`}
          placeholder={t.command.placeholder}
          value={typed}
          onChange={(e) => {
            setTyped(e.target.value)
            setAt(0)
          }}
          onKeyDown={(e) => {
            if (e.nativeEvent.isComposing) return
            const step = { ArrowDown: 1, ArrowUp: -1 }[e.key]
            if (step !== undefined) move(step)
            else if (e.key === 'Enter') run(found[at])
            else if (e.key === 'Escape') close()
            else return
            e.preventDefault()
          }}
        />
        <div id="command-list" ref={list} role="listbox" aria-label={t.frame.command}>
          {found.map((c, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (combobox pattern)
            <div key={c.id} id={`command-${i}`} role="option" aria-selected={i === at} onClick={() => run(c)}>
              <span className="chip">{t.command[c.kind]}</span> <b>{c.label}</b> <span className="muted">{c.hint}</span>
            </div>
          ))}
          {found.length === 0 && <p className="muted command-none">{t.command.nothing}</p>}
        </div>
        <p className="muted">{t.command.hint}</p>
      </div>
    </div>
  )
}

const useChoices = (pages: readonly Feature[]): readonly Choice[] => {
  const t = useWords()
  const may = useMay()
  return useMemo(() => {
    const actions: readonly (readonly [string, () => void])[] = [
      [t.frame.backToLive, backToLive],
      [t.frame.theme, flipTheme],
      [t.frame.languageHint, flipLanguage],
      [t.frame.logout, () => void logout()],
    ]
    const openUnit = (id: string): void => {
      goTo('situation', { unit: id })
      showOnMap(live.carriers.get(id)?.position)
    }
    const openFinding = (id: string): void => goTo('findings', { finding: id })
    const hintOf = (grade: 'A' | 'B' | 'C', since: number): string => `${t.grades[grade].name} ${dateTimeOf(since)}`
    return [
      ...pages.map(
        (f): Choice => ({ id: f.id, kind: 'page', label: t.pages[f.id], hint: '', words: f.id, run: () => goTo(f.id) }),
      ),
      ...actions.map(([label, run]): Choice => ({ id: label, kind: 'action', label, hint: '', words: '', run })),
      ...(may('situation.view')
        ? [...live.carriers.values()].map((c) => carrierChoice(c, unitName(c.unit), openUnit))
        : []),
      ...(may('findings.view')
        ? [...live.findings.values()].map((f) =>
            findingChoice(f, say(f.title), hintOf(f.finding.grade, f.finding.since), openFinding),
          )
        : []),
    ]
  }, [pages, t, may])
}
