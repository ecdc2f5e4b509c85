import type { Entry } from '../../domain/entry.ts'
import { createRegister, type Register, type RegisterState, registerKinds } from '../../domain/register.ts'
import type { Fold } from '../past/past.ts'

/** Who was on duty where and what was seen of them, as it was known at a moment. */
export interface DutyThen {
  readonly register: Register
  readonly seq: number
}

/** The register as of a moment. Positions are not in it: they have a table of their own. */
export const dutyFold = (identity: string): Fold<DutyThen> => ({
  view: 'duty',
  identity,
  kinds: [...registerKinds],
  begin: (json) => {
    const saved = json === undefined ? undefined : (JSON.parse(json) as { register: RegisterState; seq: number })
    const register = createRegister(saved?.register)
    let seq = saved?.seq ?? -1
    return {
      apply: (entry: Entry): void => {
        register.apply(entry)
        seq = entry.seq
      },
      state: () => [JSON.stringify({ register: register.state, seq })],
      at: (): DutyThen => ({ register, seq }),
    }
  },
})
