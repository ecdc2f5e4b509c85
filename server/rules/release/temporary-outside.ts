import { z } from 'zod'
import { cityBureaus, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const temporaryOutside = wrongWhen({
  id: 'release.temporary-outside',
  title: {
    zh: '暂予监外执行（保外就医）的批准不合规定',
    en: 'Temporary service outside (medical parole) was granted against the rules',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第二百六十五条', '对适用保外就医可能有社会危险性的罪犯，或者自伤自残的罪犯，不得保外就医。'),
    criminalProcedureLaw(
      '第二百六十五条',
      '对罪犯确有严重疾病，必须保外就医的，由省级人民政府指定的医院诊断并开具证明文件。',
    ),
    criminalProcedureLaw(
      '第二百六十六条',
      '监狱、看守所提出暂予监外执行的书面意见的，应当将书面意见的副本抄送人民检察院。',
    ),
    criminalProcedure(
      '第三百零七条',
      '对罪犯暂予监外执行的，看守所应当提出书面意见，报设区的市一级以上公安机关批准，同时将书面意见抄送同级人民检察院。',
    ),
  ],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '2013-01-01', value: { approvers: [...cityBureaus, 'court'] } }],
  limits: {
    zh: '1991年办法由县级公安机关批准的规定已被取代。以批准登记的职务和材料目录为准；疾病、危险性评估是否属实由人核查。',
    en: 'The 1991 power of the county bureau is superseded. Goes by the rank and the list of papers on record; illness and danger are for people to verify.',
  },
  consumes: ['sentence.change-decided'],
  subject: ({ data }) => (data.kind === 'temporary-outside' ? data.change : undefined),
  judge(file, { approvers }) {
    const decided = first(file, 'sentence.change-decided')
    if (!decided) return undefined
    const { rank, steps, medical, dangerous, facility, person } = decided.data
    const why = !approvers.includes(rank)
      ? 'no-power'
      : medical && dangerous
        ? 'dangerous'
        : medical && !steps.includes('designated-hospital')
          ? 'no-designated-hospital'
          : rank !== 'court' && !steps.includes('copy-to-procuratorate')
            ? 'no-copy-to-procuratorate'
            : undefined
    return why && { since: decided.at, seen: [decided], unit: facility, facts: { why, rank, medical, person } }
  },
})
