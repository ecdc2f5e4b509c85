import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { communityCorrections } from '../patterns/enactments.ts'

export const handedOver = deedWithin({
  id: 'release.handed-over',
  title: {
    zh: '暂予监外执行决定后未在十日内移送社区矫正机构',
    en: 'A person was not handed over to community corrections within ten days',
  },
  grade: 'B',
  citations: [
    communityCorrections(
      '第二十一条',
      '监狱管理机关、公安机关批准暂予监外执行的社区矫正对象，由监狱或者看守所自收到批准决定之日起十日内将社区矫正对象移送社区矫正机构。',
    ),
  ],
  params: [{ from: '2020-07-01', value: { amount: 10, unit: 'day' } }],
  limits: {
    zh: '收到之日不计，按日历日计算；以批准和移送的登记时间为准。',
    en: 'The day of receipt is not counted, calendar days; goes by the recorded decision and hand-over.',
  },
  consumes: ['sentence.change-decided', 'sentence.handed-over'],
  subject: (o) =>
    o.kind === 'sentence.change-decided' && o.data.kind !== 'temporary-outside' ? undefined : o.data.change,
  begins(file) {
    const decided = first(file, 'sentence.change-decided')
    return (
      decided && {
        at: decided.at,
        seen: [decided],
        unit: decided.data.facility,
        facts: { person: decided.data.person },
      }
    )
  },
  done: (file) => first(file, 'sentence.handed-over'),
})
