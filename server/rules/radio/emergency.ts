import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { Citation } from '../define-rule.ts'
import { defineRule, type Moment } from '../define-rule.ts'

const paramSchema = z.object({ aloneMinutes: z.number().min(1).max(120), openMinutes: z.number().min(5).max(1440) })
type Params = z.infer<typeof paramSchema>

interface State {
  /** The first press of those that belong together. */
  readonly since: Instant | null
  readonly lastAt: Instant
  readonly seqs: readonly number[]
  readonly presses: number
  readonly kind: string
  readonly place: LngLat | null
  readonly site: string | null
}

const MOST_EVIDENCE = 8

/** Supervision covers how calls for help are handled; an officer's own is the nearest of them. */
const callsForHelp: Citation = {
  law: '公安机关督察条例',
  article: '第四条',
  text: '(三)治安突发事件的处置情况；',
  inForce: { from: '2011-10-01' },
  checked: 'verified',
  source: '公安机关督察条例(2011-08-31)',
}

/**
 * 电台紧急报警: somebody who carries a radio calls for help. A finding at once, of the highest grade, so that it is seen,
 * acknowledged on the console and followed up; it blames nobody. No number of it comes from the law.
 */
export const radioEmergency = defineRule({
  id: 'radio.emergency',
  title: { zh: '电台紧急报警，须立即核实处置', en: 'A radio raised an emergency: it must be seen to at once' },
  grade: 'A',
  citations: [callsForHelp],
  paramSchema,
  params: [{ from: '2011-10-01', value: { aloneMinutes: 10, openMinutes: 60 } }],
  localSettings: [
    {
      param: 'aloneMinutes',
      title: { zh: '间隔超过此值的再次报警另计', en: 'A press later than this after the last is another emergency' },
      unit: 'minute',
    },
    {
      param: 'openMinutes',
      title: { zh: '最后一次报警后保持的时间', en: 'How long it stays open after the last press' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '分不清误触与真实求助；无定位时不知道人在哪里；网关失联期间的报警收不到。',
    en: 'It cannot tell a press by mistake from a call for help, nor where somebody is without a fix; what is pressed while the gateway is lost does not arrive.',
  },
  consumes: ['radio.emergency'],
  subject: ({ data }) => data.radio,
  initial: { since: null, lastAt: 0, seqs: [], presses: 0, kind: 'button', place: null, site: null } as State,

  evolve(state: State, { observation: { observedAt: at, data }, seq }, { paramsAt }): State {
    const alone = minutes(paramsAt(at)?.aloneMinutes ?? 0)
    const same = state.since !== null && Math.abs(at - state.lastAt) <= alone
    return {
      since: same ? Math.min(state.since!, at) : at,
      lastAt: same ? Math.max(state.lastAt, at) : at,
      seqs: same ? [...state.seqs, seq].slice(-MOST_EVIDENCE) : [seq],
      presses: same ? state.presses + 1 : 1,
      kind: data.kind,
      place: data.place ?? (same ? state.place : null),
      site: data.site,
    }
  },

  evaluate(state: State, { now, paramsAt, register, subject }: Moment<Params>): Verdict {
    const params = state.since === null ? undefined : paramsAt(state.since)
    if (state.since === null || !params) return { is: 'clear' }
    const closesAt = state.lastAt + minutes(params.openMinutes)
    if (now > closesAt) return { is: 'clear', forgetAt: now + 1 }
    const radio = register.radio.radio(subject)
    const carrier = radio?.carrier ?? null
    const officer = carrier?.startsWith('officer/') ? carrier.slice('officer/'.length) : undefined
    return {
      is: 'breach',
      since: state.since,
      evidence: state.seqs,
      facts: { radio: subject, kind: state.kind, site: state.site, presses: state.presses, post: radio?.post ?? null },
      concerns: {
        unit: (carrier && register.unitOf(carrier)) ?? radio?.unit ?? null,
        carrier,
        officers: officer === undefined ? [] : [officer],
        place: state.place,
      },
      reviewAt: closesAt + 1,
    }
  },
})
