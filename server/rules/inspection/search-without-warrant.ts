import { actsOf } from '../patterns/acts.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const searchWithoutWarrant = wrongWhen({
  id: 'inspection.search-without-warrant',
  title: {
    zh: '搜查没有出示搜查证，又不是执行拘留、逮捕时的紧急搜查',
    en: 'A search without showing a warrant, and not urgent while a detention or arrest was carried out',
  },
  grade: 'B',
  citations: [
    criminalProcedureLaw('第一百三十八条', '进行搜查，必须向被搜查人出示搜查证。'),
    criminalProcedureLaw('第一百三十八条', '在执行逮捕、拘留的时候，遇有紧急情况，不另用搜查证也可以进行搜查。'),
    criminalProcedure('第二百二十三条', '进行搜查，必须向被搜查人出示搜查证，执行搜查的侦查人员不得少于二人。'),
    criminalProcedure('第二百二十四条', '执行拘留、逮捕的时候，遇有下列紧急情况之一的，不用搜查证也可以进行搜查：'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '只看刑事案件的搜查，以记录为准：写明没有出示搜查证、又没有写明紧急情况的才报；没有写明是否出示的不作判断。紧急情况是否属实、当时是否在执行拘留、逮捕，由人核查。',
    en: 'Searches in criminal cases, by the record: found where it says that no warrant was shown and names no urgent circumstance; where it says nothing of the warrant, it does not judge. Whether the circumstance was true, and a detention or arrest was being carried out, is for people to check.',
  },
  consumes: ['act.started'],
  subject: actsOf((a) => a.kind === 'search' && a.caseType === 'criminal'),
  judge(file) {
    const started = first(file, 'act.started')
    if (!started) return undefined
    const { warrant, urgent, act, person, place, unit, officers } = started.data
    if (warrant === null) return { missing: 'act.started warrant' }
    if (warrant || urgent !== null) return undefined
    return { since: started.at, seen: [started], unit, officers, facts: { act, person, place } }
  },
})
