/** The value below which a share of the sample lies; NaN for an empty one. */
export const percentile = (sample: readonly number[], share: number): number => {
  const sorted = Float64Array.from(sample).sort()
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}
