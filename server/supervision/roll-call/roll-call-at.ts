import type { RollCallBoard } from '../../contract/roll-call.ts'
import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { createRegister, passingKinds, registerKinds } from '../../domain/register.ts'
import { REMEMBERED_MS } from '../../domain/roll-call/fold.ts'
import type { Instant } from '../../domain/time.ts'
import type { Supervision } from '../supervision.ts'
import { createRollCallBoard } from './board.ts'
import { yardstickOf } from './yardstick.ts'

const PAGE = 5_000
/** Positions and segments come by the thousand; only those of the hours that the board shows are read. */
const often: ReadonlySet<ObservationKind> = new Set<ObservationKind>(['position.reported', 'segment.closed'])
const slow = [...new Set<ObservationKind>([...registerKinds, ...passingKinds])].filter((kind) => !often.has(kind))
const all = [...slow, ...often]

/**
 * The board as it was known at `at`: the register folded anew up to what had been recorded by then. Findings are left
 * out; the queue's own replay shows them. Resolves with a board to be narrowed for each reader.
 */
export const rollCallAt = async (
  at: Instant,
  { journal, inForce }: Pick<Supervision, 'journal' | 'inForce'>,
): Promise<(seesUnit: (unit: string) => boolean) => RollCallBoard> => {
  const register = createRegister()
  const yardstick = () => yardstickOf(inForce('roll-call.wrong-place'), at)
  const board = createRollCallBoard({ register, yardstick })
  let seq = -1
  const fold = async (kinds: readonly ObservationKind[], until: Instant): Promise<void> => {
    for (;;) {
      const entries: readonly Entry[] = await journal.read({ after: seq, kinds, until, limit: PAGE })
      for (const entry of entries) {
        seq = entry.seq
        register.apply(entry)
        board.apply(entry)
      }
      if (entries.length < PAGE) return
    }
  }
  // A roll-call that the board still shows was opened at most so long before.
  await fold(slow, at - 2 * REMEMBERED_MS)
  await fold(all, at)
  board.take(seq)
  return (seesUnit) => board.board(at, seq, seesUnit)
}
