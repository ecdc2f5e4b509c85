import { type Language, language, words } from '../i18n/language.ts'
import { valuesEn, valuesZh } from '../i18n/values.ts'
import { dateTimeOf, durationOf, numberOf, placeOf } from '../ui/format.ts'

/** The label of a field: the dictionary's word, or the field's own name as it stands in the journal. */
export const labelOf = (key: string): string => {
  const { facts, ruleValues } = words() as { facts: Labels; ruleValues: Labels }
  return facts[key] ?? ruleValues[key] ?? spaced(key)
}
type Labels = Readonly<Record<string, string>>

const spaced = (key: string): string =>
  key
    .replace(/(Kmh|Deg|Ms|At|M)$/, '')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

/** A value as people read it. The unit is in the name of the field (invariant I9). */
export const readable = (key: string, value: unknown): string => {
  const t = words()
  if (value === null || value === undefined || value === '') return t.none
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return numberIn(key, value)
  if (isPlace(value)) return placeOf(value)
  if (isText(value)) return value[language.get()]
  const zh = language.get() === 'zh'
  if (Array.isArray(value)) {
    const groups = value.some((v) => typeof v === 'object')
    return value.length === 0
      ? t.none
      : value.map((v) => readable('', v)).join(groups ? (zh ? '；' : '; ') : zh ? '、' : ', ')
  }
  if (typeof value !== 'object') return inWords(String(value))
  if (isAmount(value)) {
    const units = t.rulebook.units as Labels
    return `${numberOf(value.amount, 2)} ${units[value.unit] ?? value.unit}`
  }
  return Object.entries(value)
    .filter(([, v]) => !(Array.isArray(v) && v.length === 0))
    .map(([k, v]) => `${labelOf(k)} ${readable(k, v)}`)
    .join(zh ? '，' : ', ')
}

/** A field of an entry of a kind: a door that is closed is not a case that is. */
export const readableIn = (kind: string, field: string, value: unknown): string => {
  const own = (words().valuesIn as Readonly<Record<string, Labels>>)[`${kind} ${field}`]
  return own?.[String(value)] ?? readable(field, value)
}

/** Words one after the other. */
export const listOf = (values: readonly unknown[]): string => readable('', values)

/** `bail`, or `bail → arrest`, or `escape,violence`: words of the journal's vocabulary in the reader's language. */
const inWords = (value: string): string => {
  const parts = value.split(/(,| → )/)
  const known = parts.every((part, i) => i % 2 === 1 || part in valuesZh)
  if (!known) return value
  const zh = language.get() === 'zh'
  return parts
    .map((part, i) =>
      i % 2 === 1
        ? part === ','
          ? zh
            ? '、'
            : ', '
          : part
        : zh
          ? valuesZh[part]
          : (valuesEn[part] ?? part.replaceAll('-', ' ')),
    )
    .join('')
}

const numberIn = (key: string, n: number): string => {
  if (n > 1e11 && /(At|Until|From|To|Since|^left|^until|^from|^to|^latest)$/.test(key)) return dateTimeOf(n)
  if (/Ms$/.test(key)) return durationOf(n)
  if (/Kmh$/.test(key)) return `${numberOf(n, 0)} km/h`
  if (/Deg$/.test(key)) return `${numberOf(n, 0)}°`
  if (/[a-z]M$/.test(key)) return n >= 10_000 ? `${numberOf(n / 1000, 1)} km` : `${numberOf(n, n < 10 ? 1 : 0)} m`
  if (/[sS]hare$/.test(key)) return `${numberOf(n * 100, 0)} %`
  return numberOf(n, 2)
}

const isPlace = (v: unknown): v is readonly [number, number] =>
  Array.isArray(v) && v.length === 2 && v.every((x) => typeof x === 'number')
const isAmount = (v: object): v is { readonly amount: number; readonly unit: string } =>
  'amount' in v && typeof v.amount === 'number' && 'unit' in v && typeof v.unit === 'string'
const isText = (v: unknown): v is Readonly<Record<Language, string>> =>
  typeof v === 'object' && v !== null && 'zh' in v && 'en' in v && typeof v.zh === 'string'
