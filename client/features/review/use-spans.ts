import { useMemo } from 'react'
import type { SpanView } from '../../../server/contract/recordings.ts'
import { say } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import type { Window } from './axis.ts'

export interface Spans {
  readonly lines: ReadonlyMap<string, readonly SpanView[]>
  readonly names: ReadonlyMap<string, string>
  readonly error: Error | undefined
  readonly again: () => void
}

/** What is recorded of each source over the whole range, and what is not, with the cause. */
export const useSpans = (sources: readonly string[], { from, to }: Window): Spans => {
  const [state, again] = useRequest(`spans ${sources.join(' ')} ${from} ${to}`, async (signal) => {
    const all = await Promise.all(
      sources.map((source) => request('GET /api/video/spans', { query: { source, from, to }, signal })),
    )
    return new Map(sources.map((source, i) => [source, all[i]!.spans]))
  })
  const [known] = useRequest('review sources', (signal) => request('GET /api/video/sources', { signal }))
  const names = useMemo(() => new Map(known.value?.sources.map((s) => [s.id, say(s.name)])), [known.value])
  const lines = useMemo(() => state.value ?? new Map<string, readonly SpanView[]>(), [state.value])
  return { lines, names, error: state.is === 'failed' ? state.error : undefined, again }
}
