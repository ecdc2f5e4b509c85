import { days } from '../../domain/time.ts'
import { all, first } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { isAuxiliary } from '../patterns/officers.ts'
import { byItemOrCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 办案人员自行保管 (legal table J, prop-self-keep). */
export const selfKept = wrongWhen({
  id: 'property.self-kept',
  title: { zh: '涉案财物由办案人员自行保管', en: 'Case property is kept by an officer of the case' },
  grade: 'A',
  citations: [
    adminProcedure(
      '第一百八十八条',
      '办案部门应当指定不承担办案工作的民警负责本部门涉案财物的接收、保管、移交等管理工作；严禁由办案人员自行保管涉案财物。',
    ),
    criminalProcedure(
      '第二百三十五条',
      '办案部门应当指定不承担办案工作的民警负责本部门涉案财物的接收、保管、移交等管理工作；严禁由侦查人员自行保管涉案财物。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '把接收、归还登记的管理人员与提取人、本案办案民警对照；管理人员办理其他案件的看不到。',
    en: 'It holds the custodian on record against those who took the item and those who handle its case; that the custodian handles other cases is invisible.',
  },
  consumes: ['property.seized', 'property.received', 'property.returned', 'case.accepted', 'case.assigned'],
  keeps: ['property.seized', 'property.received', 'property.returned'],
  subject: byItemOrCase,
  remembersMs: days(800),
  judge(file, _, { register, subject }) {
    const { casework } = register
    const item = casework.item(subject)
    const officers = [...(item?.officers ?? []), ...(casework.case(item?.case)?.officers ?? [])]
    for (const kept of all(file, 'property.received', 'property.returned')) {
      const { custodian, unit } = kept.data
      const own = officers.includes(custodian)
      if (!own && !isAuxiliary(register, custodian)) continue
      const seized = first(file, 'property.seized')
      return {
        since: kept.at,
        seen: [...(seized ? [seized] : []), kept],
        unit,
        officers: [custodian],
        facts: { why: own ? 'case-officer' : 'auxiliary', what: seized?.data.what ?? null },
      }
    }
    return undefined
  },
})
