import { z } from 'zod'
import { departmentChiefs, ranks } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { qualityReview, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const takenOutUnapproved = wrongWhen({
  id: 'case-area.taken-out-unapproved',
  title: {
    zh: '未经批准将嫌疑人带出办案区',
    en: 'A suspect was taken out of the case area without approval',
  },
  grade: 'A',
  citations: [qualityReview('第九条', '（三）违法犯罪嫌疑人被带至公安机关后，应当直接带入办案区，不得违反规定带出。')],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '2016-03-01', value: { approvers: departmentChiefs } }],
  shipsOff: unread,
  limits: {
    zh: '以大门登记的带出和办案部门负责人的批准登记为准；起赃、辨认以外的事由由人核查。',
    en: 'Goes by the departure the gate records as taken out, and the recorded approval by the head of the case unit; other reasons than loot and identification are for people to check.',
  },
  consumes: ['person.departed', 'exit.approved'],
  subject: ({ data }) => data.stay,
  judge(file, { approvers }, { register: { custody } }) {
    for (const left of all(file, 'person.departed').filter((d) => d.data.how === 'taken-out')) {
      const approved = all(file, 'exit.approved').some((a) => a.at <= left.at && approvers.includes(a.data.rank))
      if (approved) continue
      const unit = custody.stay(left.data.stay)?.unit
      return { since: left.at, seen: [left], unit, facts: { person: left.data.person } }
    }
    return undefined
  },
})
