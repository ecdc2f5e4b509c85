import type { Entry } from '../entry.ts'
import type { ObservationKind } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import { byTime, MOST, OVER_MS, SEEN_MS, said, VERSIONS } from './kept.ts'
import type { Driving, DutyState, FootageSpan } from './state.ts'

export const equipmentKinds: readonly ObservationKind[] = [
  'body-camera.exempted',
  'body-camera.issued',
  'body-camera.returned',
  'body-camera.started',
  'body-camera.stopped',
  'body-camera.interruption-explained',
  'dispatch.arrived',
  'driver.registered',
  'vehicle.driven-by',
  'vehicle.driver-left',
  'vehicle.lights-changed',
  'pursuit.started',
  'pursuit.ended',
  'vehicle.trip-approved',
]

/** Body cameras, drivers, lights and siren, trips and pursuits: takes the next entry into `state`, which it changes. */
export const applyEquipment = (state: DutyState, { seq, recordedAt, observation: o }: Entry): void => {
  const { observedAt: at } = o
  switch (o.kind) {
    case 'body-camera.exempted':
      state.cameraExemptions[o.data.officer] = said(state.cameraExemptions[o.data.officer], o.data, at, seq)
      break
    case 'body-camera.issued': {
      const { device, officer } = o.data
      const before = state.cameras[officer] ?? []
      const next = { device, from: at, to: null, seqs: [seq] }
      state.cameras[officer] = [...before, next].sort((a, b) => a.from - b.from).slice(-VERSIONS)
      break
    }
    case 'body-camera.returned': {
      const { device } = o.data
      for (const [officer, spans] of Object.entries(state.cameras))
        if (spans.some((c) => c.device === device && c.to === null && c.from <= at))
          state.cameras[officer] = spans.map((c) =>
            c.device === device && c.to === null && c.from <= at ? { ...c, to: at, seqs: [...c.seqs, seq] } : c,
          )
      break
    }
    case 'body-camera.started':
    case 'body-camera.stopped': {
      const officer = o.data.officer ?? holderOf(state, o.data.device, at)
      if (officer === undefined) break
      const { recording } = o.data
      const all = recentFootage(state.footage[officer], recordedAt)
      const before = all.find((f) => f.recording === recording)
      const next =
        o.kind === 'body-camera.started'
          ? { from: at, to: before?.to ?? null, broken: before?.broken ?? false }
          : { from: before?.from ?? at, to: at, broken: o.data.reason === 'fault' }
      const span = { recording, ...next, seqs: [...(before?.seqs ?? []), seq] }
      state.footage[officer] = [...all.filter((f) => f.recording !== recording), span]
      break
    }
    case 'body-camera.interruption-explained': {
      const officer = o.data.officer ?? holderOf(state, o.data.device, at)
      if (officer === undefined) break
      const span = { recording: null, from: o.data.from, to: o.data.to, broken: false, seqs: [seq] }
      state.footage[officer] = [...recentFootage(state.footage[officer], recordedAt), span]
      break
    }
    case 'dispatch.arrived': {
      const key = `${o.data.order}#${o.data.carrier}`
      const before = state.arrivals[key]
      for (const [one, a] of Object.entries(state.arrivals)) if (a.at < recordedAt - OVER_MS) delete state.arrivals[one]
      if (!before || at < before.at) state.arrivals[key] = { at, seq }
      break
    }
    case 'driver.registered': {
      const before = state.drivers[o.data.officer]
      if (!before || before.at <= at) state.drivers[o.data.officer] = { data: o.data, at, seq }
      break
    }
    case 'vehicle.driven-by': {
      const { vehicle, officer } = o.data
      const all = (state.drivings[vehicle] ?? []).filter((d) => (d.to ?? recordedAt) >= recordedAt - OVER_MS)
      const now = drivingAt(all, at)
      if (now?.officer === officer) break
      const next = { vehicle, officer, from: at, to: all.find((d) => d.from > at)?.from ?? null }
      const others = all.map((d) => (d === now ? { ...d, to: at } : d))
      state.drivings[vehicle] = [...others, next].sort((a, b) => a.from - b.from).slice(-MOST)
      break
    }
    case 'vehicle.driver-left': {
      const { vehicle, officer } = o.data
      const now = drivingAt(state.drivings[vehicle] ?? [], at)
      if (now?.officer === officer)
        state.drivings[vehicle] = state.drivings[vehicle]!.map((d) => (d === now ? { ...d, to: at } : d))
      break
    }
    case 'pursuit.started':
    case 'pursuit.ended': {
      const { carrier, pursuit } = o.data
      const all = (state.pursuits[carrier] ?? []).filter((p) => (p.to ?? p.from) >= recordedAt - OVER_MS)
      const before = all.find((p) => p.pursuit === pursuit)
      const next =
        o.kind === 'pursuit.started'
          ? { pursuit, from: at, to: before?.to ?? null }
          : { pursuit, from: before?.from ?? at, to: at }
      state.pursuits[carrier] = [...all.filter((p) => p.pursuit !== pursuit), next]
      break
    }
    case 'vehicle.lights-changed':
      state.lights[o.data.vehicle] = byTime([
        ...(state.lights[o.data.vehicle] ?? []).filter((l) => l.at >= recordedAt - SEEN_MS),
        { data: o.data, at, seq },
      ]).slice(-MOST)
      break
    case 'vehicle.trip-approved': {
      const others = (state.trips[o.data.vehicle] ?? []).filter(
        (t) => t.data.trip !== o.data.trip && t.data.endsAt >= recordedAt - OVER_MS,
      )
      state.trips[o.data.vehicle] = byTime([...others, { data: o.data, at, seq }]).slice(-MOST)
      break
    }
  }
}

/** Who had a body camera at an instant. */
export const holderOf = (state: DutyState, device: string, at: Instant): string | undefined =>
  Object.entries(state.cameras).find(([, spans]) =>
    spans.some((c) => c.device === device && c.from <= at && (c.to === null || at <= c.to)),
  )?.[0]

/** The driving that lasts at an instant. */
export const drivingAt = (all: readonly Driving[], at: Instant): Driving | undefined =>
  all.findLast((d) => d.from <= at && (d.to === null || at < d.to))

const recentFootage = (spans: readonly FootageSpan[] | undefined, now: Instant): readonly FootageSpan[] =>
  (spans ?? []).filter((f) => (f.to ?? f.from) >= now - OVER_MS).slice(-MOST + 1)
