import { all } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { filingOfHolding } from '../patterns/elsewhere.ts'
import { byMeasure } from '../patterns/subjects.ts'

const mine = byMeasure('continued-questioning')

export const continuedQuestioningFiledLate = deedWithin({
  id: 'continued-questioning.filed-late',
  title: {
    zh: '留置（继续盘问）未在半小时内报督察部门备案',
    en: 'Continued questioning was not filed with supervision within half an hour',
  },
  grade: 'C',
  citations: [filingOfHolding('第二条', '实施留置措施的决定生效后半小时内，报同级公安机关警务督察部门备案。')],
  params: [{ from: '2002-06-28', value: { amount: 30, unit: 'minute' } }],
  shipsOff: {
    zh: '所据规定为2002年“留置”时期文件，2004年改为继续盘问后是否继续有效存疑，原文未核对；由本局确认后启用。',
    en: 'The text is of 2002, when the measure was called 留置; whether it still holds since 2004 is doubtful and it was not checked. The bureau confirms it before switching it on.',
  },
  limits: {
    zh: '以批准和备案的登记时间为准；只看首次批准，延长的备案由人核查。',
    en: 'Goes by the recorded approval and filing; only the first approval, the filing of an extension is for people to check.',
  },
  consumes: ['measure.decided', 'notice.given'],
  subject: (o) => (o.kind === 'notice.given' ? (o.data.to === 'supervision' ? o.data.about : undefined) : mine(o)),
  begins(file) {
    const decided = all(file, 'measure.decided').find((d) => d.data.decision === 'approved')
    return (
      decided && {
        at: decided.at,
        seen: [decided],
        unit: decided.data.unit,
        facts: { person: decided.data.person },
      }
    )
  },
  done: (file, { at }) => all(file, 'notice.given').find((n) => n.at >= at),
})
