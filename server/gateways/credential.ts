import { createHmac, timingSafeEqual } from 'node:crypto'

/** 96 bits, 16 characters: fits the fields of every protocol and cannot be guessed. */
const BYTES = 12

/**
 * The secret of one device, made from the bureau's secret and the device's name (`jt808:13995480001`), so that it
 * needs no storing and a device that reconnects after a restart is still known. Another bureau secret changes all.
 */
export const credential = (secret: string | Uint8Array, device: string): string =>
  createHmac('sha256', secret).update(device).digest().subarray(0, BYTES).toString('base64url')

/** Whether what a device shows is its credential; takes as long for a wrong one as for the right one. */
export const isCredential = (secret: string | Uint8Array, device: string, shown: string): boolean => {
  const [right, given] = [credential(secret, device), shown].map((text) =>
    createHmac('sha256', secret).update(text).digest(),
  )
  return timingSafeEqual(right!, given!)
}
