import { first } from '../patterns/case-file.ts'
import { trafficProcedure } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const ticketTableEmptied = wrongWhen({
  id: 'ticket.table-emptied',
  title: { zh: '罚单数据表被整表清空', en: 'A whole table of tickets was emptied' },
  grade: 'A',
  citations: [
    trafficProcedure('第六十八条', '公安机关交通管理部门应当使用道路交通违法信息管理系统对违法行为信息进行管理。'),
    trafficProcedure('第七十六条', '在处理违法行为过程中形成的其他文书应当一并存入案卷。'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2020-05-01'),
  limits: {
    zh: '由系统主管单位负责说明；清空了哪些记录、由谁操作看不到。按保存期限清理、移库的由人核查。',
    en: 'The owner of the system answers for it; which records were in it and who did it cannot be seen. Clearing by retention period and moves to another store are for people to check.',
  },
  consumes: ['ticket.table-emptied'],
  subject: (o) => `${o.data.system}/${o.data.table}#${o.data.txId ?? o.observedAt}`,
  judge(file, _law, { register }) {
    const emptied = first(file, 'ticket.table-emptied')
    if (!emptied) return undefined
    const { system, table, txId } = emptied.data
    const unit = register.tickets.ownerOf(system)
    return { since: emptied.at, seen: [emptied], unit, facts: { system, table, transaction: txId } }
  },
})
