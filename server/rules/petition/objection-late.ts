import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { petitionRules } from '../patterns/enactments.ts'
import { limitFrom } from '../patterns/limit.ts'
import { petitionIn } from '../patterns/petition.ts'
import { byPetition } from '../patterns/subjects.ts'

/** 不属于职权范围的异议 (legal table O, pet-15d). */
export const petitionObjectionLate = deedWithin({
  id: 'petition.objection-late',
  title: {
    zh: '转送、交办的信访事项不属于职权范围，五个工作日内未提出异议',
    en: 'A petition passed on to the wrong unit was not objected to within five working days',
  },
  grade: 'B',
  citations: [
    petitionRules(
      '第二十三条',
      '不属于本机关、单位或者本系统职权范围的，有关机关、单位应当自收到之日起5个工作日内提出异议，并详细说明理由，经转送、交办的信访部门或者上级机关、单位核实同意后，交还相关材料。',
    ),
  ],
  params: limitFrom('2022-05-01', 5, 'working-day'),
  limits: {
    zh: '以登记为不属于职权范围的为限；工作日以导入的节假日表为准，无表的年份不可观测。理由是否详细由人核查。',
    en: 'Only what is marked as not ours; working days by the imported calendar, not observable in a year without one. Whether the reasons are set out is for people to check.',
  },
  consumes: ['petition.received', 'petition.objected'],
  subject: byPetition,
  begins(file) {
    const received = petitionIn(file)
    if (received?.data.via !== 'passed-on' || received.data.ours !== false) return undefined
    return { at: received.at, seen: received.seen, unit: received.data.unit, facts: { matter: received.data.matter } }
  },
  done: (file) => first(file, 'petition.objected'),
})
