import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { supervisionRules, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ leastInspectors: z.number().int().positive() })

/** 现场督察不少于二人 (legal table O, du-two-inspectors). */
export const inspectedAlone = wrongWhen<'on-site.measure-taken', z.infer<typeof schema>>({
  id: 'supervision.inspected-alone',
  title: { zh: '现场督察少于二人', en: 'Fewer than two inspected on site' },
  grade: 'C',
  citations: [supervisionRules('第二十二条', '现场督察不少于二人。')],
  paramSchema: schema,
  params: [{ from: '2011-10-01', value: { leastInspectors: 2 } }],
  limits: {
    zh: '只看当场处置登记的督察人员；没有写明人员的不作判断，没有当场处置的督察看不到。',
    en: 'Looks at who is named for a measure on the spot; nobody named is not judged, and an inspection without a measure is invisible.',
  },
  shipsOff: unread,
  consumes: ['on-site.measure-taken'],
  subject: (o) => o.data.deed,
  judge(file, law) {
    const taken = first(file, 'on-site.measure-taken')
    const inspectors = [...new Set(taken?.data.inspectors)]
    if (!taken || inspectors.length === 0 || inspectors.length >= law.leastInspectors) return undefined
    return { since: taken.at, seen: [taken], unit: null, officers: inspectors, facts: { count: inspectors.length } }
  },
})
