import type { Entry } from '../domain/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { type Bindings, bindingKinds, createBindings } from '../protocols/onvif-ej/bindings.ts'

const PAGE = 10_000

/** What tokens stand for: read from the journal once, then kept up with it. */
export const openBindings = async (
  journal: Journal,
): Promise<{ readonly bindings: Bindings; readonly close: () => void }> => {
  const bindings = createBindings()
  let seq = -1
  const apply = (entry: Entry): void => {
    if (entry.seq <= seq) return
    seq = entry.seq
    bindings.apply(entry.observation)
  }
  // Listening first and holding back what comes meanwhile leaves no gap between reading and listening.
  let held: Entry[] | undefined = []
  const close = journal.onCommitted((entries) => {
    if (held) held.push(...entries)
    else entries.forEach(apply)
  })
  for (;;) {
    const entries = await journal.read({ after: seq, kinds: bindingKinds, limit: PAGE })
    entries.forEach(apply)
    if (entries.length < PAGE) break
  }
  held.forEach(apply)
  held = undefined
  return { bindings, close }
}
