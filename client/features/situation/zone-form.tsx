import { say, useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { type Draft, drawnKinds, type Problem } from './zone-draft.ts'

interface Props {
  readonly draft: Draft
  readonly picture: Picture
  readonly problem: Problem | undefined
  readonly busy: boolean
  readonly onChange: (draft: Draft) => void
  readonly onSave: () => void
  readonly onWithdraw: () => void
}

export const ZoneForm = ({ draft: d, picture, problem, busy, onChange, onSave, onWithdraw }: Props) => {
  const t = useWords().zones
  const words = useWords()
  const problems: Readonly<Record<Problem, string>> = {
    needPolygon: t.needPolygon,
    fewPoints: t.fewPoints,
    selfCrossing: t.selfCrossing,
    name: `${t.name} / ${t.nameEn}`,
    limit: t.limit,
    pointName: t.pointNameNeeded,
    reason: words.finding.reasonNeeded,
  }
  return (
    <form
      className="zone-form"
      onSubmit={(e) => {
        e.preventDefault()
        if (problem === undefined) onSave()
      }}
    >
      <label>
        {t.name}
        <input className="field" value={d.zh} onChange={(e) => onChange({ ...d, zh: e.target.value })} />
      </label>
      <label>
        {t.nameEn}
        <input className="field" value={d.en} onChange={(e) => onChange({ ...d, en: e.target.value })} />
      </label>
      <label>
        {t.kind}
        <select
          className="field"
          value={d.kind}
          onChange={(e) => onChange({ ...d, kind: drawnKinds.find((k) => k === e.target.value) ?? 'other' })}
        >
          {drawnKinds.map((k) => (
            <option key={k} value={k}>
              {t.kinds[k]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.unit}
        <select
          className="field"
          value={d.unit ?? ''}
          onChange={(e) => onChange({ ...d, unit: e.target.value || null })}
        >
          <option value="">{t.noUnit}</option>
          {[...picture.units.values()].map((u) => (
            <option key={u.id} value={u.id}>
              {say(u.name)}
            </option>
          ))}
        </select>
      </label>
      {d.kind === 'speed-limit' && (
        <label>
          {t.limit}
          <input
            className="field"
            type="number"
            min="5"
            max="120"
            value={d.limitKmh ?? ''}
            onChange={(e) => onChange({ ...d, limitKmh: e.target.value === '' ? null : Number(e.target.value) })}
          />
        </label>
      )}
      <label className="zone-wide">
        {t.reason}
        <textarea
          className="field"
          rows={2}
          value={d.reason}
          placeholder={words.finding.reasonHint}
          onChange={(e) => onChange({ ...d, reason: e.target.value })}
        />
      </label>
      <p className="zone-wide zone-problem" role="status">
        {problem === undefined ? '' : problems[problem]}
      </p>
      <div className="zone-wide zone-buttons">
        <button type="submit" className="button button-main" disabled={problem !== undefined || busy}>
          {t.save}
        </button>
        {!d.isNew && (
          <button
            type="button"
            className="button"
            title={t.withdrawHint}
            disabled={d.reason.trim() === '' || busy}
            onClick={onWithdraw}
          >
            {t.withdraw}
          </button>
        )}
      </div>
    </form>
  )
}
