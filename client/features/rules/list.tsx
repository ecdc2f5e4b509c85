import type { RuleState } from '../../../server/contract/rulebook.ts'
import type { RuleView } from '../../../server/contract/views.ts'
import { GradeShape } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { Message } from '../../ui/message.tsx'
import { Rows } from '../../ui/rows.tsx'
import { matching, type Show } from './model.ts'

interface Props {
  readonly rules: readonly RuleView[]
  readonly states: readonly RuleState[]
  readonly search: string
  readonly show: Show
  readonly chosen: string | undefined
  readonly onSearch: (text: string) => void
  readonly onShow: (show: Show) => void
  readonly onChoose: (rule: string) => void
}

/** Every rule in one line, found by name, id or law. */
export const RuleList = ({ rules, states, search, show, chosen, onSearch, onShow, onChoose }: Props) => {
  const t = useWords().rulebook
  const stateById = new Map(states.map((s) => [s.rule, s]))
  const shown = matching(rules, (id) => stateById.get(id), search, show)
  const choices: readonly (readonly [Show, string])[] = [
    ['all', t.all(rules.length)],
    ['off', `${t.offOnly} ${states.filter((s) => !s.on).length}`],
    ['waiting', `${t.waitingOnly} ${states.filter((s) => s.waiting > 0).length}`],
  ]
  return (
    <div className="rulebook-choice">
      <div className="rulebook-filter">
        <input
          className="field"
          type="search"
          placeholder={t.search}
          aria-label={t.search}
          value={search}
          onChange={(e) => onSearch(e.target.value)}
        />
        <div>
          {choices.map(([id, label]) => (
            <button
              key={id}
              type="button"
              aria-pressed={show === id}
              className={`button button-small ${show === id ? 'button-on' : ''}`}
              onClick={() => onShow(id)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      {shown.length === 0 ? (
        <Message title={t.noMatch} />
      ) : (
        <Rows
          items={shown}
          height={52}
          id={(r) => r.id}
          chosen={chosen}
          label={t.search}
          onChoose={onChoose}
          row={(r) => <Line rule={r} state={stateById.get(r.id)} />}
        />
      )}
    </div>
  )
}

const Line = ({ rule, state }: { readonly rule: RuleView; readonly state: RuleState | undefined }) => {
  const t = useWords().rulebook
  return (
    <div className={`rule-line ${state?.on === false ? 'rule-line-off' : ''}`}>
      <GradeShape grade={rule.grade} />
      <div>
        <b title={say(rule.title)}>{say(rule.title)}</b>
        <span className="mono muted">{rule.id}</span>
      </div>
      <span className="rule-marks">
        {state !== undefined && state.waiting > 0 && <span className="chip chip-warn">{t.waiting(state.waiting)}</span>}
        {state !== undefined && state.set > 0 && <span className="chip">{t.set(state.set)}</span>}
        {!rule.healthy && <span className="chip chip-warn">{t.unhealthy}</span>}
        {state?.on === false && <span className="chip">{t.off}</span>}
      </span>
    </div>
  )
}
