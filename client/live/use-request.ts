import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> =
  | { readonly is: 'loading'; readonly value?: T | undefined }
  | { readonly is: 'ready'; readonly value: T }
  | { readonly is: 'failed'; readonly error: Error; readonly value?: T | undefined }

/**
 * Asks when `key` changes and when `again` is called; an answer that comes after the next question is dropped.
 * While asking again for the same key the last value stays, so that nothing flickers.
 */
export const useRequest = <T>(key: string, ask: (signal: AbortSignal) => Promise<T>): [Loaded<T>, () => void] => {
  const [state, setState] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { is: 'loading' } })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` closes over what `key` names
  useEffect(() => {
    const abort = new AbortController()
    setState((s) => ({ key, loaded: { is: 'loading', value: s.key === key ? s.loaded.value : undefined } }))
    ask(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setState({ key, loaded: { is: 'ready', value } })
      },
      (error: Error) => {
        if (!abort.signal.aborted)
          setState((s) => ({ key, loaded: { is: 'failed', error, value: s.key === key ? s.loaded.value : undefined } }))
      },
    )
    return () => abort.abort()
  }, [key, round])
  const again = useCallback(() => setRound((n) => n + 1), [])
  return [state.key === key ? state.loaded : { is: 'loading' }, again]
}
