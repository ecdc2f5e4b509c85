import type { Text } from '../../domain/text.ts'

/** How the sentence behind a duty was read, and whether the number in it is the law's. */
export type Reading =
  | 'verified'
  | 'verified; number local'
  | 'verified; part secondary'
  | 'verified; part memory'
  | 'secondary'
  | 'secondary; number local'
  | 'memory; secondary'
  | 'local'
  | 'not found'

/** One duty of the law, and what watches it. */
export interface Duty {
  readonly duty: Text
  /** Where it stands, in short. */
  readonly law: string
  /** The rules that watch it. */
  readonly rules: readonly string[]
  /** What of it no rule watches, and why. */
  readonly open?: string
  /** Where the family says so. */
  readonly reading?: Reading
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

/** As `d`, of a sentence that was read so. */
export const readAs =
  (reading: Reading) =>
  (...said: Parameters<typeof d>): Duty => ({ ...d(...said), reading })
