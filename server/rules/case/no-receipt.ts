import { first } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'
import { inForceFrom, noNumber } from '../patterns/none.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 受案回执 (legal table I, intake-register-on-spot). */
export const noReceipt = wrongWhen({
  id: 'case.no-receipt',
  title: { zh: '接报案未出具受案回执', en: 'Whoever reported a case was given no receipt' },
  grade: 'C',
  citations: [
    adminProcedure('第六十一条', '制作受案登记表和受案回执，并将受案回执交报案人、控告人、举报人、扭送人；'),
    criminalProcedure('第一百七十一条', '公安机关接受案件时，应当制作受案登记表和受案回执'),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2013-01-01'),
  limits: {
    zh: '只看登记中“回执”一项；报案人无法联系或者拒收的，应在回执上注明，由人核查。工作中发现、其他机关移送、违法嫌疑人投案的不适用。',
    en: 'It reads what the registration says of the receipt. That the person could not be reached or refused must be noted on it and is for people to check. Cases found by the police, handed over by agencies, or brought by a suspect who came in have none.',
  },
  consumes: ['case.reported'],
  subject: byCase,
  judge(file) {
    const reported = first(file, 'case.reported')
    if (!reported || ['found', 'transfer', 'surrender'].includes(reported.data.by)) return undefined
    const { receipt, unit, by } = reported.data
    if (receipt === null) return { missing: 'receipt of case.reported' }
    return receipt ? undefined : { since: reported.at, seen: [reported], unit, facts: { by } }
  },
})
