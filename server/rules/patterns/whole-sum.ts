import type { Seen } from './case-file.ts'

/** The payment with which `yuan` were paid in full, be it in parts; a tenth of a fen is nobody's. */
export const wholeSumIn = <K extends 'fine.handed-in' | 'fine.banked'>(
  payments: readonly Seen<K>[],
  yuan: unknown,
): Seen<K> | undefined => {
  let sum = 0
  return payments.find((one) => {
    sum += one.data.yuan
    return sum >= Number(yuan) - 0.001
  })
}
