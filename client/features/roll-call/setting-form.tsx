import { useState } from 'react'
import { type Cadence, type RollCallPost, rollCallPosts } from '../../../server/contract/roll-call.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { Form } from './forms.tsx'
import { minuteOfTime } from './model.ts'

/** Whole numbers and their bounds, as the server has them. */
const numbers = {
  everyMinutes: [5, 1440],
  randomMinutes: [0, 720],
  firstSeconds: [5, 900],
  retrySeconds: [5, 1800],
  tries: [1, 10],
  keepOpenMinutes: [0, 240],
  escalateAfter: [2, 20],
} as const
const times = ['anchorMinute', 'quietFromMinute', 'quietToMinute'] as const
const flags = ['scheduled', 'called'] as const
type Values = { [K in keyof Cadence]: Cadence[K] | null }

/** One layer of the settings; whatever is left empty is left to the wider layer. */
export const SettingForm = ({ onDone, onSaved }: { readonly onDone: () => void; readonly onSaved: () => void }) => {
  const t = useWords().rollCall
  const [scope, setScope] = useState({ unitKind: '', unit: '', post: '', day: '' })
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const set = (key: string, value: string): void => setTyped({ ...typed, [key]: value })

  const read = (): Values | string => {
    const values: Record<string, number | boolean | null> = {}
    for (const key of flags) values[key] = typed[key] ? typed[key] === 'on' : null
    for (const key of times) {
      const minute = typed[key] ? minuteOfTime(typed[key]) : null
      if (minute === undefined) return `${t.settings.values[key]}：${t.settings.badTime}`
      values[key] = minute
    }
    for (const [key, [from, to]] of Object.entries(numbers)) {
      const n = typed[key] ? Number(typed[key]) : null
      if (n !== null && (!Number.isInteger(n) || n < from || n > to))
        return `${t.settings.values[key as keyof Cadence]}：${t.settings.badNumber(from, to)}`
      values[key] = n
    }
    return values as unknown as Values
  }
  const send = () => {
    const values = read()
    if (typeof values === 'string') return values
    if (scope.day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(scope.day)) return t.settings.badDay
    if (reason.trim() === '') return `${t.forms.reason}：${t.forms.needed}`
    const body = {
      unitKind: scope.unitKind || null,
      unit: scope.unit || null,
      post: (scope.post || null) as RollCallPost | null,
      day: scope.day || null,
      values,
      validFrom: null,
      reason,
    }
    return request('POST /api/roll-call/cadence', { body }).then(onSaved)
  }
  const units = [...live.units.values()]
  const select = (key: keyof typeof scope, label: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select className="field" value={scope[key]} onChange={(e) => setScope({ ...scope, [key]: e.target.value })}>
        <option value="">{t.settings.bureau}</option>
        {options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Form title={t.settings.set} send={send} onDone={onDone}>
      <div className="call-fields">
        {select('unitKind', t.settings.kind, Object.entries(t.settings.kinds))}
        {select(
          'unit',
          t.rates.unit,
          units.map((u) => [u.id, say(u.name)]),
        )}
        {select(
          'post',
          t.columns.post,
          rollCallPosts.map((p) => [p, t.posts[p]]),
        )}
        <label>
          {t.settings.day}
          <input
            className="field"
            placeholder={t.settings.dayHint}
            value={scope.day}
            onChange={(e) => setScope({ ...scope, day: e.target.value })}
          />
        </label>
        {flags.map((key) => (
          <label key={key}>
            {t.settings.values[key]}
            <select className="field" name={key} value={typed[key] ?? ''} onChange={(e) => set(key, e.target.value)}>
              <option value="">{t.settings.inherit}</option>
              <option value="on">{t.settings.onOff.on}</option>
              <option value="off">{t.settings.onOff.off}</option>
            </select>
          </label>
        ))}
        {[...times, ...(Object.keys(numbers) as (keyof typeof numbers)[])].map((key) => (
          <label key={key}>
            {t.settings.values[key]}
            <input
              className="field"
              name={key}
              placeholder={(times as readonly string[]).includes(key) ? 'HH:MM' : t.settings.inherit}
              value={typed[key] ?? ''}
              onChange={(e) => set(key, e.target.value)}
            />
          </label>
        ))}
        <label>
          {t.forms.reason}
          <input className="field" name="reason" value={reason} onChange={(e) => setReason(e.target.value)} />
        </label>
      </div>
    </Form>
  )
}
