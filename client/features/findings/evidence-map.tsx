import { Suspense, useMemo } from 'react'
import type { EvidenceView, Finding, TrackPoint } from '../../../server/contract/views.ts'
import { later } from '../../ui/later.tsx'
import { Guard } from '../../ui/panel.tsx'

const PlacesMap = later(async () => (await import('../../map/places-map.tsx')).PlacesMap)

/** The fixes relied on, where they were; nothing when the evidence has no place. */
export const EvidenceMap = ({
  evidence,
  finding,
}: {
  readonly evidence: readonly EvidenceView[]
  readonly finding: Finding
}) => {
  const points = useMemo(() => pointsOf(evidence), [evidence])
  const zones = useMemo(() => Object.values(finding.facts).filter((v): v is string => typeof v === 'string'), [finding])
  const place = finding.concerns.place
  if (points.length === 0 && place === null) return null
  return (
    <Guard>
      <div className="evidence-map">
        <Suspense>
          <PlacesMap points={points} place={place} zones={zones} />
        </Suspense>
      </div>
    </Guard>
  )
}

/** Positions among the entries of the evidence, oldest first. */
export const pointsOf = (evidence: readonly EvidenceView[]): readonly TrackPoint[] =>
  evidence
    .flatMap(({ seq, kind, observedAt, recordedAt, data }): TrackPoint[] => {
      const position = data.position
      if (kind !== 'position.reported' || !isLngLat(position)) return []
      const number = (v: unknown): number | null => (typeof v === 'number' ? v : null)
      const delivery = data.delivery === 'backfill' ? 'backfill' : 'live'
      const [speedKmh, headingDeg, accuracyM] = [number(data.speedKmh), number(data.headingDeg), number(data.accuracyM)]
      return [{ seq, observedAt, recordedAt, position, speedKmh, headingDeg, accuracyM, delivery }]
    })
    .sort((a, b) => a.observedAt - b.observedAt)

const isLngLat = (v: unknown): v is readonly [number, number] =>
  Array.isArray(v) && v.length === 2 && v.every((x) => typeof x === 'number')
