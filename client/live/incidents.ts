import type { IncidentBoard, IncidentView } from '../../server/contract/dispatch.ts'
import { createValue } from '../ui/subscribable.ts'

/** Calls as this console holds them; replaced whole when something changes. */
export interface Incidents {
  /** The instant of the last whole board; undefined before the first. */
  readonly at: number | undefined
  readonly byId: ReadonlyMap<string, IncidentView>
}

/** A board and the news after it: whatever the order in which they come, the newest of each stands. */
export const createIncidents = () => {
  const held = createValue<Incidents>({ at: undefined, byId: new Map() })
  return {
    held,
    applyBoard: ({ at, seq, incidents }: IncidentBoard): void => {
      const byId = new Map(incidents.map((view) => [view.id, view]))
      for (const view of held.get().byId.values())
        if (view.seq > (byId.get(view.id)?.seq ?? seq)) byId.set(view.id, view)
      held.set({ at, byId })
    },
    apply: (view: IncidentView): void => {
      const { at, byId } = held.get()
      if ((byId.get(view.id)?.seq ?? -1) > view.seq) return
      held.set({ at, byId: new Map(byId).set(view.id, view) })
    },
  }
}

/** The calls of now. */
export const incidents = createIncidents()
