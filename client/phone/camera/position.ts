/** The newest position, for as long as `stop` is not called; null where the phone has none or may not tell. */
export const followPosition = () => {
  let newest: GeolocationPosition | undefined
  let told: GeolocationPosition | undefined
  const watch = navigator.geolocation?.watchPosition(
    (position) => {
      newest = position
    },
    () => {
      // Without it the recording goes on; nothing is guessed.
    },
    { enableHighAccuracy: true, maximumAge: 5_000 },
  )
  const nothing = { place: null, accuracyM: null, speedKmh: null, headingDeg: null, ageMs: 0 }
  return {
    /** What has not been told yet. */
    take: () => {
      if (!newest || newest === told) return nothing
      told = newest
      const { longitude, latitude, accuracy, speed, heading } = newest.coords
      return {
        place: [longitude, latitude] as [number, number],
        accuracyM: accuracy,
        speedKmh: speed === null ? null : speed * 3.6,
        headingDeg: heading === null || Number.isNaN(heading) ? null : heading,
        ageMs: Math.max(0, Math.min(86_400_000, Math.round(Date.now() - newest.timestamp))),
      }
    },
    stop: (): void => {
      if (watch !== undefined) navigator.geolocation.clearWatch(watch)
    },
  }
}
