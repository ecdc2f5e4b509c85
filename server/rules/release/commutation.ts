import { all } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const commutation = wrongWhen({
  id: 'release.commutation',
  title: {
    zh: '减刑、假释未经设区的市一级审查、未抄送检察院或者非由法院裁定',
    en: 'Commutation or parole without city review, without a copy to the procuratorate, or not by the court',
  },
  grade: 'A',
  citations: [
    criminalProcedureLaw(
      '第二百七十三条',
      '由执行机关提出建议书，报请人民法院审核裁定，并将建议书副本抄送人民检察院。',
    ),
    criminalProcedure(
      '第三百零五条',
      '由看守所制作减刑建议书，经设区的市一级以上公安机关审查同意后，报请所在地中级以上人民法院审核裁定。',
    ),
    criminalProcedure(
      '第三百零六条',
      '由看守所制作假释建议书，经设区的市一级以上公安机关审查同意后，报请所在地中级以上人民法院审核裁定。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '以提请、裁定登记的材料目录为准；所务会、公示由留所执行办法规定，全文未在本库，由人核查。',
    en: 'Goes by the list of papers on record; committee minutes and public notice come from a rule whose text is not held here and are for people to check.',
  },
  consumes: ['sentence.change-decided'],
  subject: ({ data }) => (data.kind === 'commutation' || data.kind === 'parole' ? data.change : undefined),
  judge(file) {
    const decided = all(file, 'sentence.change-decided')[0]
    if (!decided) return undefined
    const { rank, steps, facility, person, kind } = decided.data
    const why =
      rank !== 'court'
        ? 'not-by-court'
        : !steps.includes('city-review')
          ? 'no-city-review'
          : !steps.includes('copy-to-procuratorate')
            ? 'no-copy-to-procuratorate'
            : undefined
    return why && { since: decided.at, seen: [decided], unit: facility, facts: { why, kind, rank, person } }
  },
})
