import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ approvers: ranks })

/** 发还手续 (legal table J, prop-victim-return): never to an officer. */
export const givenBackWrongly = wrongWhen<'property.released', z.infer<typeof schema>>({
  id: 'property.given-back-wrongly',
  title: { zh: '发还财物由民警代领或者手续不全', en: 'Property was given back to an officer, or without its papers' },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第二百三十四条',
      '领取人应当是涉案财物的合法权利人或者其委托的人；委托他人领取的，应当出具委托书。侦查人员或者公安机关其他工作人员不得代为领取。',
    ),
    criminalProcedure(
      '第二百三十四条',
      '报经县级以上公安机关负责人批准，开具发还清单返还，并在案卷材料中注明返还的理由',
    ),
    adminProcedure(
      '第一百九十二条',
      '办案人民警察应当在案卷材料中注明返还的理由，并将原物照片、清单和被侵害人的领取手续附卷。',
    ),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { approvers: bureauChiefs } }],
  limits: {
    zh: '以发还登记为准；委托书、领取人身份由人核查。审批职级只看刑事案件发还被害人。没有写明的不作判断。',
    en: 'Goes by the entry; powers of attorney and identities are for people to check. The approver’s rank is judged for criminal cases only. What is not stated is not judged.',
  },
  consumes: ['property.released'],
  subject: byItem,
  judge(file, law, { register: { casework }, subject }) {
    const released = first(file, 'property.released')
    if (!released) return undefined
    const { to, collector, receipt, photo, valued, rank, unit } = released.data
    const criminal = casework.item(subject)?.type === 'criminal'
    const victim = to === 'victim'
    const why =
      collector === 'officer'
        ? 'collected-by-officer'
        : !receipt
          ? 'no-receipt'
          : victim && criminal && (rank === null || !law.approvers.includes(rank))
            ? 'rank'
            : victim && photo === false
              ? 'no-photo'
              : victim && valued === false
                ? 'not-valued'
                : undefined
    if (why === undefined) return undefined
    return { since: released.at, seen: [released], unit, facts: { why, to, rank } }
  },
})
