/**
 * A short name for a plate, so that what happened to one plate can be brought together without the plate standing in
 * the subject of a finding, which is in addresses and lists. It hides the plate from whoever reads; it does not keep
 * it from somebody who tries all plates (decision 0018).
 */
export const pseudonymOf = (plate: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const char of plate) {
    const code = char.codePointAt(0)!
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36)
}
