import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { petitionRules } from '../patterns/enactments.ts'
import { limitFrom } from '../patterns/limit.ts'
import { petitionIn } from '../patterns/petition.ts'
import { byPetition } from '../patterns/subjects.ts'

/** 书面告知信访人 (legal table O, pet-15d). */
export const petitionNotTold = deedWithin({
  id: 'petition.not-told',
  title: {
    zh: '收到信访事项十五日内未书面告知信访人',
    en: 'Whoever petitioned was not told in writing within fifteen days',
  },
  grade: 'B',
  citations: [
    petitionRules(
      '第二十三条',
      '对信访人直接提出的信访事项，有关机关、单位能够当场告知的，应当当场书面告知；不能当场告知的，应当自收到信访事项之日起15日内书面告知信访人，但信访人的姓名（名称）、住址不清的除外。',
    ),
    petitionRules(
      '第二十三条',
      '属于本机关、单位职权范围的，有关机关、单位应当自收到之日起15日内书面告知信访人接收情况以及处理途径和程序；',
    ),
    petitionRules(
      '第二十三条',
      '政法部门处理涉及诉讼权利救济事项、纪检监察机关处理检举控告事项的告知按照有关规定执行。',
    ),
  ],
  params: limitFrom('2022-05-01', 15, 'day'),
  limits: {
    zh: '十五日按日历日计，收到当日不计，末日逢节假日不顺延，条例没有另行规定。涉及诉讼权利救济的事项、直接提出而姓名住址不清的不作判断；转送、交办而没有写明是否属于职权范围的也不作判断。能否当场告知由人核查。',
    en: 'Fifteen calendar days, the first not counted, a last day off does not move on: the regulation says nothing else. Matters of litigation, and those brought in person by someone without name or address, are not judged; nor are transferred ones of which nobody said whether they are ours. Whether they could have been told at once is for people to check.',
  },
  consumes: ['petition.received', 'petition.told'],
  subject: byPetition,
  begins(file) {
    const received = petitionIn(file)
    if (!received) return undefined
    const { via, matter, ours, reachable, unit } = received.data
    const owed = matter !== 'litigation' && (via === 'direct' ? reachable : ours === true)
    return owed ? { at: received.at, seen: received.seen, unit, facts: { via, matter } } : undefined
  },
  done: (file) => all(file, 'petition.told').find((t) => t.data.inWriting),
})
