import { createValue, useValue } from './subscribable.ts'

/**
 * Where the console is: page, selection and time, all after the `#`. There they can be sent to a
 * colleague, and never reach a proxy's access log, since browsers do not send this part.
 */
export interface Place {
  readonly page: string
  readonly params: Readonly<Record<string, string>>
}

/** `#/findings?finding=…` → page and parameters. Anything else is the start page. */
export const parsePlace = (hash: string): Place => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  return { page: path, params: Object.fromEntries(new URLSearchParams(query)) }
}

export const formatPlace = ({ page, params }: Place): string => {
  const query = new URLSearchParams(params).toString()
  return `#/${page}${query ? `?${query}` : ''}`
}

const here = (): Place => parsePlace(typeof location === 'undefined' ? '' : location.hash)
export const place = createValue<Place>(here())
if (typeof addEventListener !== 'undefined') addEventListener('hashchange', () => place.set(here()))

/** Parameters to change; `undefined` removes one. */
export type Patch = Readonly<Record<string, string | undefined>>

const patched = (params: Place['params'], patch: Patch): Record<string, string> => {
  const all = Object.entries({ ...params, ...patch }).filter((e): e is [string, string] => e[1] !== undefined)
  return Object.fromEntries(all)
}

const show = (next: Place, how: 'push' | 'replace'): void => {
  const hash = formatPlace(next)
  if (hash !== location.hash) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', hash)
  place.set(next)
}

/** Goes to a page. The time cursor stays; the selection stays unless the patch says otherwise. */
export const goTo = (page: string, patch: Patch = {}): void =>
  show({ page, params: patched(place.get().params, patch) }, 'push')

/** Changes the selection or the time on the page that is open, without a new step in the history. */
export const setParams = (patch: Patch): void =>
  show({ ...place.get(), params: patched(place.get().params, patch) }, 'replace')

export const usePlace = (): Place => useValue(place)
export const useParam = (name: string): string | undefined => usePlace().params[name]
