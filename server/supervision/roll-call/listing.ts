import type { DataOf, Observation } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { targetsOf } from '../../domain/roll-call/targets.ts'
import type { RollCallPost } from '../../domain/roll-call/words.ts'
import type { Instant } from '../../domain/time.ts'
import type { Draft } from '../../journal/journal.ts'

export const SOURCE = 'roll-call'
/** Whoever calls without being a person. */
export const BY_ITSELF = 'system'

/** A draft whose key makes it one fact, however many servers or restarts bring it. */
export const draft = (key: string, observation: Observation): Draft => ({ source: SOURCE, key, observation })

export type Opening = DataOf<'roll-call.opened'>

/**
 * Everything that opens a roll-call, in one commit: its head, then who is called by the roster in force at `at`, with the
 * settings that hold for each. Posts that are not called (standby, unless set) are listed and excused at once, so that
 * nobody has to ask where they are; who has no device at all cannot be observed.
 */
export const openingDrafts = (
  opening: Opening,
  posts: readonly RollCallPost[] | undefined,
  at: Instant,
  register: Register,
): Draft[] => {
  const { cycle, units } = opening
  const rows = units.flatMap((unit) =>
    targetsOf(unit, at, register)
      .filter((t) => posts === undefined || posts.includes(t.post))
      .flatMap((target): Draft[] => {
        const unitKind = register.unit(unit)?.kind
        const { called, firstSeconds, retrySeconds, tries, escalateAfter } = register.rollCall.cadence({
          unit,
          unitKind,
          post: target.post,
          at,
        })
        // Whoever chose posts by hand wants them called, whatever the settings say.
        const isCalled = called || posts !== undefined
        if (!isCalled && target.post !== 'standby') return []
        const row = { cycle, target: target.target }
        const data = { cycle, ...target, firstSeconds, retrySeconds, tries, escalateAfter }
        const listed = draft(`listed/${cycle}/${target.target}`, { kind: 'roll-call.listed', observedAt: at, data })
        if (!isCalled) {
          const excuse = { ...row, because: 'standby', words: null, by: BY_ITSELF } as const
          return [
            listed,
            draft(`standby/${cycle}/${target.target}`, { kind: 'roll-call.excused', observedAt: at, data: excuse }),
          ]
        }
        if (target.channels.length > 0) return [listed]
        const nothing = { ...row, because: 'no-device' } as const
        return [
          listed,
          draft(`no-device/${cycle}/${target.target}`, { kind: 'roll-call.hindered', observedAt: at, data: nothing }),
        ]
      }),
  )
  return [draft(`opened/${cycle}`, { kind: 'roll-call.opened', observedAt: at, data: opening }), ...rows]
}
