import { actsOf } from '../patterns/acts.ts'
import { type CaseFile, first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { signatures } from '../patterns/signatures.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const searchUnsigned = wrongWhen({
  id: 'inspection.search-unsigned',
  title: {
    zh: '搜查笔录没有被搜查人、家属、邻居或者其他见证人签名，也没有注明原因',
    en: 'The record of a search bears no signature of the person, family, a neighbour or witness, and does not say why',
  },
  grade: 'C',
  citations: [
    criminalProcedureLaw(
      '第一百四十条',
      '搜查的情况应当写成笔录，由侦查人员和被搜查人或者他的家属，邻居或者其他见证人签名或者盖章。如果被搜查人或者他的家属在逃或者拒绝签名、盖章，应当在笔录上注明。',
    ),
    criminalProcedure(
      '第二百二十六条',
      '搜查的情况应当制作笔录，由侦查人员和被搜查人或者他的家属，邻居或者其他见证人签名。',
    ),
    criminalProcedure(
      '第二百二十六条',
      '如果被搜查人拒绝签名，或者被搜查人在逃，他的家属拒绝签名或者不在场的，侦查人员应当在笔录中注明。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '只看刑事案件的搜查，以笔录签名的登记为准；没有登记由谁签名的不作判断，从未登记签名的看不到。',
    en: 'Searches in criminal cases, by the recorded signatures; where they do not say who signed it does not judge, and a record never signed is not seen.',
  },
  consumes: ['act.started', 'act.signed'],
  subject: actsOf((a) => a.kind === 'search' && a.caseType === 'criminal'),
  judge(file) {
    const started = first(file, 'act.started')
    const found = signatures(file as CaseFile<'act.signed'>)
    if (!started || !found) return undefined
    const { signed, by, notes } = found
    if (notes.has('person-refused') || notes.has('person-absent') || notes.has('family-refused')) return undefined
    if (!by) return { missing: 'act.signed signedBy' }
    if (by.size > 0) return undefined
    const { act, person, unit, officers } = started.data
    return { since: signed[0]!.at, seen: [started, ...signed], unit, officers, facts: { act, person } }
  },
})
