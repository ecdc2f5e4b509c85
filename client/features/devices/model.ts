import type { DeviceView } from '../../../server/contract/views.ts'

const trustRank: Readonly<Record<DeviceView['trust'], number>> = {
  unknown: 0,
  unlisted: 1,
  approved: 2,
  source: 3,
  blocked: 4,
}

/** Those asked for; strangers that wait for approval first, then the silent, then by number. */
export const listed = (devices: readonly DeviceView[], text: string): readonly DeviceView[] => {
  const asked = text.trim().toLowerCase()
  return devices
    .filter(
      (d) =>
        asked === '' ||
        [d.id, d.plate ?? '', d.carrier ?? '', d.owner ?? ''].some((s) => s.toLowerCase().includes(asked)),
    )
    .toSorted(
      (a, b) =>
        trustRank[a.trust] - trustRank[b.trust] || Number(a.online) - Number(b.online) || a.id.localeCompare(b.id),
    )
}

export const summary = (devices: readonly DeviceView[]) => ({
  all: devices.length,
  online: devices.filter((d) => d.online).length,
  unknown: devices.filter((d) => d.trust === 'unknown').length,
})
