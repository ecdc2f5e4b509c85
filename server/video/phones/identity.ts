import type { Camera } from '../../domain/camera/register.ts'
import type { DataOf } from '../../domain/observation/index.ts'

/** An officer as the register knows them. */
export interface PhoneOfficer {
  readonly officer: string
  readonly name: string
  readonly unit: string
}

const PREFIX = 'phone-'

/** The camera, and the device, that an officer's phone is: one an officer, whichever phone they hold. A folder's name as well. */
export const phoneOf = (officer: string): string => `${PREFIX}${encodeURIComponent(officer)}`
export const isPhone = (device: string): boolean => device.startsWith(PREFIX)

/** What is registered of it. It comes to us, so it has no address; its sound belongs to it. */
export const registrationOf = (who: PhoneOfficer, by: string): DataOf<'camera.registered'> => ({
  camera: phoneOf(who.officer),
  name: { zh: `${who.name}（手机）`, en: `${who.name} (phone)` },
  unit: who.unit,
  place: null,
  room: null,
  areaCode: null,
  purpose: 'body',
  codec: 'h264',
  audio: true,
  privacyZones: [],
  retentionDays: null,
  substream: false,
  host: null,
  by,
})

/** Whether what is known of it is still so. */
export const isRegistered = (known: Camera | undefined, who: PhoneOfficer): boolean =>
  known !== undefined && known.unit === who.unit && known.name.zh === registrationOf(who, '').name.zh
