import L from 'leaflet'
import { useEffect } from 'react'
import type { IncidentView } from '../../../server/contract/dispatch.ts'
import { setParams } from '../../ui/location.ts'

const markOf = (one: IncidentView, chosen: boolean): L.DivIcon => {
  const grade = one.findings.some((f) => f.active) ? ' incident-marked' : ''
  const kind = one.test ? ' incident-mark-test' : one.urgency === 'urgent' ? ' incident-mark-urgent' : ''
  return L.divIcon({
    className: `incident-mark${kind}${grade}${chosen ? ' incident-mark-chosen' : ''}`,
    html: `<span><i>${one.test ? 'T' : '!'}</i></span>`,
    iconSize: [24, 24],
  })
}

/** Incidents that run, where help is wanted; the map does not move for them. */
export const useIncidentMarkers = (
  map: L.Map | undefined,
  incidents: readonly IncidentView[],
  chosen: string | undefined,
): void => {
  const shown = incidents.filter((v) => v.place !== null && (v.overAt === null || v.id === chosen))
  const key = shown.map((v) => `${v.id}:${v.place}:${v.findings.length}:${v.findings.some((f) => f.active)}`).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what is drawn
  useEffect(() => {
    if (map === undefined) return
    const layer = L.layerGroup().addTo(map)
    for (const one of shown) {
      const [lng, lat] = one.place!
      const title = `${one.category ?? ''} ${one.id}`
      L.marker([lat, lng], { icon: markOf(one, one.id === chosen), title, alt: title, pmIgnore: true })
        .on('click', () => setParams({ incident: one.id }))
        .addTo(layer)
    }
    return () => void layer.remove()
  }, [map, key, chosen])
}
