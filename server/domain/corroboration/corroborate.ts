import { type Claim, othersAtDoors, personInRoom } from './claim.ts'
import { type Matrix, type MatrixCell, matrixOf } from './matrix.ts'
import { countOn, doorOn, otherOn, recorderOn } from './room.ts'
import type { Sources } from './sources.ts'
import { carOn, phoneOn, radioOn } from './whereabouts.ts'

/**
 * Holds what a record claims against everything else that could have seen it: door cards, people count, recorder, the
 * officers' positions and radios, their cars. Each source supports, contradicts, is silent or was down, with the
 * entries that say so; the verdict is one of four words, and none of them calls anyone guilty.
 */
export const corroborate = (claim: Claim, sources: Sources): Matrix => {
  const { room } = claim
  const person = personInRoom(claim)
  const whole = { from: claim.from, to: Math.max(claim.to ?? sources.now, claim.from) }
  const named = new Set(claim.parts.map((p) => p.officer))
  const cells: MatrixCell[] = []
  const add = (
    source: MatrixCell['source'],
    about: string,
    said: Omit<MatrixCell, 'source' | 'about' | 'facts'> & { facts?: MatrixCell['facts'] },
  ) => cells.push({ source, about, ...said, facts: said.facts ?? {} })
  for (const part of claim.parts) {
    const about = `officer/${part.officer}`
    const window = { from: part.from, to: Math.max(part.to ?? sources.now, part.from) }
    if (room !== null) add('door', about, doorOn(part.officer, window, room, sources.badges, sources))
    add('position', about, phoneOn(part, sources))
    add('radio', about, radioOn(part, sources))
    add('vehicle', about, carOn(part, named, sources))
  }
  if (room !== null) {
    if (person !== null) add('door', `person/${person}`, doorOn(person, whole, room, sources.entry, sources))
    for (const [as, others] of othersAtDoors(claim)) add('door', `other/${as}`, otherOn(as, others, sources))
    add('count', 'count', countOn(claim, whole, sources))
  }
  add('recorder', 'time', recorderOn(whole, sources))
  return matrixOf(claim, cells)
}
