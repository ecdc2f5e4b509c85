import type { zh } from './zh.ts'

/** The name of a kind of observation in a language's words; the kind itself for one that nobody named. */
export const kindOf = ({ kinds, audit, custody }: Pick<typeof zh, 'kinds' | 'audit' | 'custody'>, kind: string) => {
  const named: Readonly<Record<string, string>> = { ...custody.kinds, ...kinds, ...audit.kinds }
  return named[kind] ?? kind
}
