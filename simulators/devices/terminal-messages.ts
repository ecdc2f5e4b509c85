import {
  type BatchItem,
  type Body,
  HEARTBEAT_INTERVAL,
  type Parameter,
  status,
  writeAdditional,
} from '../../server/protocols/jt808/codec.ts'
import type { Fix } from '../motion/receiver.ts'

export interface TerminalOptions {
  /** Digits as the frames carry them. */
  readonly phone: string
  readonly edition: '2011' | '2013' | '2019'
  readonly terminalId: string
  readonly plate: string
  readonly heartbeatMs?: number
}
/** What a terminal measures at a moment. */
export interface Reading {
  readonly fix: Fix
  readonly at: number
  readonly engineOn: boolean
  readonly mileageKm: number
}

/** 0x0100. The district 640128 is given to no county. */
export const registrationOf = ({
  edition,
  terminalId,
  plate,
}: Pick<TerminalOptions, 'edition' | 'terminalId' | 'plate'>): Body => ({
  type: 'registration',
  layout: edition,
  provinceId: 64,
  cityId: 128,
  manufacturerId: 'YLSIM',
  terminalModel: 'YL-8',
  terminalId,
  plateColor: 9,
  plate,
})

/** 0x0102; IMEI and version only in 2019. */
export const authenticationOf = (authCode: string, edition: TerminalOptions['edition'], phone: string): Body => ({
  type: 'authentication',
  authCode,
  imei: edition === '2019' ? `86${phone.padStart(13, '0')}` : null,
  softwareVersion: edition === '2019' ? 'YL-8 1.0' : null,
})

const GPS = 1 << 18
const BEIDOU = 1 << 19
/** The plain lies about 1,110 m above the sea. */
const ALTITUDE_M = 1_110

/** The fixed part and the additional items of 0x0200: mileage, signal, satellites. */
export const locationOf = ({ fix, at, engineOn, mileageKm }: Reading, alarmBits: number): BatchItem => ({
  alarmBits,
  statusBits: (engineOn ? status.accOn : 0) | (fix.position ? status.fixed : 0) | GPS | BEIDOU,
  latitude: fix.position?.[1] ?? 0,
  longitude: fix.position?.[0] ?? 0,
  altitudeM: fix.position ? ALTITUDE_M : 0,
  speedKmh: Math.round(fix.speedKmh * 10) / 10,
  headingDeg: fix.headingDeg,
  time: Math.floor(at / 1_000) * 1_000,
  additional: writeAdditional({
    mileageKm: Math.round(mileageKm * 10) / 10,
    signalStrength: 24,
    gnssSatellites: fix.satellites,
  }),
})

export const heartbeatParameter = (ms: number): Parameter => {
  const value = Buffer.alloc(4)
  value.writeUInt32BE(Math.round(ms / 1_000))
  return { id: HEARTBEAT_INTERVAL, value }
}
