import type { Text } from '../../domain/text.ts'

/** One duty of the law of questioning and custody, and what watches it. */
export interface Duty {
  readonly duty: Text
  /** Where it stands, in short. */
  readonly law: string
  /** The rules that watch it. */
  readonly rules: readonly string[]
  /** What of it no rule watches, and why. */
  readonly open?: string
}
export interface Family {
  readonly title: Text
  readonly duties: readonly Duty[]
}

/** One duty: its name in both languages, where it stands, its rules parted by spaces, and what nobody watches. */
export const d = (zh: string, en: string, law: string, rules: string, open?: string): Duty => ({
  duty: { zh, en },
  law,
  rules: rules.split(' ').filter((r) => r !== ''),
  ...(open === undefined ? {} : { open }),
})
