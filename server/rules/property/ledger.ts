import { z } from 'zod'
import { hours } from '../../domain/time.ts'
import { first, last } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ registerHours: z.number().positive() })
const parts = ['cause', 'origin', 'state', 'store', 'destination'] as const
const kinds = ['property.received', 'property.registered', 'property.released', 'property.disposed'] as const

/** 电子台账 (legal table J, prop-ledger). */
export const propertyLedger = wrongWhen<(typeof kinds)[number], z.infer<typeof schema>>({
  id: 'property.ledger',
  title: {
    zh: '涉案财物没有登记台账或者登记不全',
    en: 'Case property is missing from the ledger, or its entry is incomplete',
  },
  grade: 'C',
  citations: [
    adminProcedure(
      '第一百八十九条',
      '公安机关涉案财物管理部门和办案部门应当建立电子台账，对涉案财物逐一编号登记，载明案由、来源、保管状态、场所和去向。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2019-01-01', value: { registerHours: 24 } }],
  localSettings: [
    { param: 'registerHours', title: { zh: '接收后登记的时间', en: 'Time to register after receipt' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律没有登记的时间数，为本局设定；登记内容是否真实由盘点核验。',
    en: 'The law names no time to register, it is a setting; whether the entry is true is for the stock check.',
  },
  consumes: kinds,
  subject: byItem,
  judge(file, law, { now }) {
    const received = first(file, 'property.received')
    const entry = last(file, 'property.registered')
    const missing = entry
      ? [...(entry.data.number === null ? ['number'] : []), ...parts.filter((p) => !entry.data[p])]
      : []
    const incomplete = missing.length > 0 && { parts: missing.join(',') }
    if (received) {
      const dueAt = received.at + hours(law.registerHours)
      const entered = first(file, 'property.registered')
      const over = first(file, 'property.released', 'property.disposed')
      const done = entered ?? over
      // An entry that came too late does not undo that there was none until then.
      if ((done?.at ?? now) > dueAt && now > dueAt)
        return {
          since: dueAt,
          seen: entered ? [received, entered] : [received],
          unit: received.data.unit,
          facts: { why: 'not-entered', doneAt: entered?.at ?? null, ...incomplete },
        }
      if (!done || done.at > dueAt) return { dueAt, startedAt: received.at }
    }
    if (!entry || !incomplete) return undefined
    return { since: entry.at, seen: [entry], unit: entry.data.unit, facts: { why: 'incomplete', ...incomplete } }
  },
})
