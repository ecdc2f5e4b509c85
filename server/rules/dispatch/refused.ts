import { publicHelp } from '../basis.ts'
import { first } from '../patterns/case-file.ts'
import { policeLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 推诿、拒绝出警 (legal table K, 110-refuse). */
export const orderRefused = wrongWhen({
  id: 'dispatch.refused',
  title: { zh: '推诿、拒绝执行派警指令', en: 'An order to go to an incident was declined' },
  grade: 'A',
  citations: [
    policeLaw('第三十二条', '人民警察必须执行上级的决定和命令。'),
    policeLaw(
      '第三十二条',
      '人民警察认为决定和命令有错误的，可以按照规定提出意见，但不得中止或者改变决定和命令的执行；',
    ),
    publicHelp,
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以接处警系统的登记为准；超越职责范围的指令依法可以拒绝并报告（人民警察法第三十三条），由人核查。《内务条令》第一百三十七条点名此项，其文本不在本系统法规库内。',
    en: 'Goes by the dispatch system. An order beyond the duties of the police may lawfully be declined and reported (police law 33), for people to check. The internal service rules, article 137, name this; their text is not among our statutes.',
  },
  consumes: ['dispatch.refused', 'dispatch.ordered'],
  keeps: ['dispatch.refused'],
  subject: (o) => o.data.order,
  judge(file, _, { register: { casework }, subject }) {
    const refused = first(file, 'dispatch.refused')
    const order = casework.order(subject)
    if (!refused || casework.incident(order?.incident)?.test) return undefined
    const { unit, by, reason } = refused.data
    return {
      since: refused.at,
      seen: [refused],
      unit,
      officers: by === null ? [] : [by],
      facts: { order: subject, incident: order?.incident ?? null, reason },
    }
  },
})
