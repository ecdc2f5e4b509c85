import type { Refusal } from '../contract/http.ts'

/** A refusal is a value: what was wrong, what would be right, and which HTTP status says so. */
export interface Refused {
  readonly is: 'refused'
  readonly status: 400 | 403 | 404 | 409 | 422 | 503
  readonly refusal: Refusal
}
export type Outcome<T> = { readonly is: 'done'; readonly value: T } | Refused

export const done = <T>(value: T): Outcome<T> => ({ is: 'done', value })

export const refuse = (
  status: Refused['status'],
  error: string,
  zh: string,
  en: string,
  detail?: unknown,
): Refused => ({
  is: 'refused',
  status,
  refusal: { error, message: { zh, en }, ...(detail === undefined ? {} : { detail }) },
})

export const noSuch = (what: string): Refused =>
  refuse(404, 'not-found', '没有这一项，或者您无权查看。', 'There is no such item, or you may not see it.', { what })

export const cannotRecord: Refused = refuse(
  503,
  'cannot-record',
  '审计日志暂时无法写入，因此不提供内容。',
  'The audit record cannot be written now, so nothing is served.',
)
