import { z } from 'zod'
import type { Text } from '../../domain/text.ts'

/** What is wrong with a file, where, and what would be right. */
export interface Problem {
  readonly file: string
  /** 1 is the first line of the file; null when it concerns the whole file. */
  readonly line: number | null
  /** The column or property as the file names it. */
  readonly field: string | null
  readonly message: Text
}

/** Where the readers put what they find; the whole folder is read before anything is refused. */
export type Report = (problem: Problem) => void

const SEAM = '\u0000'
/** A message of ours for a schema: both languages in the one string that the schema library carries. */
export const say = (zh: string, en: string): string => `${zh}${SEAM}${en}`

const [zh, en] = [z.locales.zhCN().localeError, z.locales.en().localeError]
const words = (message: ReturnType<typeof zh>): string =>
  typeof message === 'string' ? message : (message?.message ?? '')

/** Parses, and tells every issue in both languages. */
export const check = <T>(
  schema: z.ZodType<T>,
  value: unknown,
): { value: T } | { issues: { path: string; message: Text }[] } => {
  const result = schema.safeParse(value, { error: (issue) => say(words(zh(issue)), words(en(issue))) })
  if (result.success) return { value: result.data }
  return {
    issues: result.error.issues.map((issue) => {
      const [zhText = '', enText = zhText] = issue.message.split(SEAM)
      return { path: issue.path.join('.'), message: { zh: zhText, en: enText } }
    }),
  }
}

/** One line for a terminal or a log. */
export const problemLine = ({ file, line, field, message }: Problem, language: 'zh' | 'en'): string =>
  language === 'zh'
    ? `${file}${line === null ? '' : ` 第${line}行`}${field === null ? '' : `「${field}」`}：${message.zh}`
    : `${file}${line === null ? '' : ` line ${line}`}${field === null ? '' : ` "${field}"`}: ${message.en}`
