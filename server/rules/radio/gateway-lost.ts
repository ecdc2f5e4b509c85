import { z } from 'zod'
import { type Instant, minutes } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { equipment } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'

const paramSchema = z.object({ lostMinutes: z.number().min(1).max(1440) })
type Params = z.infer<typeof paramSchema>

interface State {
  readonly lostAt: Instant | null
  readonly seq: number | null
  readonly gateway: string
  readonly site: string | null
  readonly why: string
}

/**
 * 集群网关、基站失联: its radios cannot be called while it lasts. Charged to the unit that keeps the equipment, never to those
 * who did not answer (invariant I4).
 */
export const radioGatewayLost = defineRule({
  id: 'radio.gateway-lost',
  title: {
    zh: '集群网关或基站失联，电台不可观测',
    en: 'A trunking gateway or a site is lost: radios cannot be observed',
  },
  grade: 'C',
  citations: [equipment],
  paramSchema,
  params: [{ from: '2011-10-01', value: { lostMinutes: 5 } }],
  localSettings: [
    { param: 'lostMinutes', title: { zh: '允许的失联时间', en: 'How long it may be lost' }, unit: 'minute' },
  ],
  limits: {
    zh: '分不清设备断电、线路故障与计划停机；不对电台持有人作任何判断。',
    en: 'It cannot tell lost power, a line that is cut and planned work apart. It says nothing of those who carry radios.',
  },
  consumes: ['trunk.lost', 'trunk.restored'],
  subject: ({ data: { gateway, site } }) => (site === null ? gateway : `${gateway}/${site}`),
  initial: { lostAt: null, seq: null, gateway: '', site: null, why: '' } as State,

  evolve(state: State, { observation: o, seq }): State {
    const { gateway, site } = o.data
    if (o.kind === 'trunk.restored') return { lostAt: null, seq: null, gateway, site, why: '' }
    return state.lostAt === null ? { lostAt: o.observedAt, seq, gateway, site, why: o.data.why } : state
  },

  evaluate({ lostAt, seq, gateway, site, why }: State, { now, paramsAt, register }: Moment<Params>): Verdict {
    const params = lostAt === null ? undefined : paramsAt(lostAt)
    if (lostAt === null || seq === null || !params) return { is: 'clear' }
    const dueAt = lostAt + minutes(params.lostMinutes)
    if (now <= dueAt) return { is: 'pending', dueAt, startedAt: lostAt }
    return {
      is: 'breach',
      since: lostAt,
      evidence: [seq],
      facts: { gateway, site, why, lostMinutes: params.lostMinutes },
      concerns: {
        unit: register.radio.trunk(gateway)?.owner ?? null,
        carrier: null,
        officers: [],
        place: register.radio.site(site)?.place ?? null,
      },
    }
  },
})
