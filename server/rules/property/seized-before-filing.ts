import { first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byItemOrCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 立案前扣押 (legal table J, prop-seize-approval): the general ban is read only in the news. */
export const seizedBeforeFiling = wrongWhen({
  id: 'property.seized-before-filing',
  title: { zh: '刑事立案之前扣押、查封财物', en: 'Property was seized before the criminal case was filed' },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百七十四条',
      '但是，不得对被调查对象采取强制措施，不得查封、扣押、冻结被调查对象的财产，不得采取技术侦查措施。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2020-09-01'),
  limits: {
    zh: '第一百七十四条只禁止调查核实期间扣押被调查对象的财产；现场勘查、先以行政案件扣押的不在此列，须核查。',
    en: 'Article 174 forbids it only while a clue is being checked; seizures at a scene, or under an administrative case before, are not meant and must be asked about.',
  },
  shipsOff: {
    zh: '“立案、受案前不得扣押”的一般规定只见于2015年规定的新闻报道，没有读到全文。',
    en: 'The general ban before filing is known only from news of the 2015 rules; the text was not read.',
  },
  consumes: ['property.seized', 'case.filed'],
  keeps: ['property.seized'],
  subject: byItemOrCase,
  judge(file, _, { register: { casework } }) {
    const seized = first(file, 'property.seized')
    if (seized?.data.type !== 'criminal') return undefined
    const filedAt = casework.case(seized.data.case)?.filedAt
    if (filedAt === undefined || seized.at >= filedAt) return undefined
    const { unit, officers, what } = seized.data
    return { since: seized.at, seen: [seized], unit, officers, facts: { what, filedAt } }
  },
})
