/** How often each figure is taken. What else runs on the machine can only add time: the best says what a core can do. */
export const ROUNDS = 6
export const rounds = <T>(measure: () => T): T[] => Array.from({ length: ROUNDS }, measure)

/** The best of each, measured in turn: so a slow minute of the machine does not fall on one of them alone. */
export const bestInTurn = (a: () => number, b: () => number): readonly [number, number] => {
  const both = rounds(() => [a(), b()] as const)
  return [Math.min(...both.map(([of]) => of)), Math.min(...both.map(([, of]) => of))]
}
