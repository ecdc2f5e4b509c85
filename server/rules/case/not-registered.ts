import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, criminalProcedure } from '../patterns/enactments.ts'

const schema = z.object({ registerMinutes: z.number().positive(), urgentHours: z.number().positive() })

/** 接报案当场登记 (legal table I, intake-register-on-spot). 当场 has no number: the minutes are the bureau's. */
export const reportNotRegistered = dueWithin({
  id: 'case.not-registered',
  title: { zh: '群众报案未当场登记', en: 'A report was not registered at once' },
  grade: 'B',
  citations: [
    adminProcedure('第六十条', '应当及时受理并按照规定进行网上接报案登记。'),
    criminalProcedure('第一百七十一条', '公安机关接受案件时，应当制作受案登记表和受案回执'),
  ],
  paramSchema: schema,
  params: [{ from: '2015-11-06', value: { registerMinutes: 30, urgentHours: 24 } }],
  localSettings: [
    { param: 'registerMinutes', title: { zh: '当场登记的时间', en: 'Time to register on the spot' }, unit: 'minute' },
    {
      param: 'urgentHours',
      title: { zh: '紧急处置结束后补登的时间', en: 'Time to register after something urgent was dealt with' },
      unit: 'hour',
    },
  ],
  limits: {
    zh: '报案由取号、前台、接处警等独立来源得知，与登记凭同一编号对应；没有编号对应的登记看不到。重复报案、不属公安职责已作解释的，不要求登记。“当场”“二十四小时”为本局设定。',
    en: 'It knows of a report from the queue, the desk or the dispatch system and matches the registration by its number; one registered without that number is not recognised. Duplicates and matters that are not the police’s, once explained, need no entry. The times are settings of the bureau.',
  },
  consumes: ['report.made', 'report.handled', 'report.explained', 'case.reported', 'dispatch.fed-back'],
  subject: (o) => {
    if (o.kind === 'case.reported') return o.data.report ?? undefined
    if (o.kind === 'dispatch.fed-back') return o.data.outcome === 'case' ? o.data.incident : undefined
    return o.data.report
  },
  begins(file) {
    const made = first(file, 'report.made')
    const back = first(file, 'dispatch.fed-back')
    const handled = first(file, 'report.handled')
    if (!made) return back && { at: back.at, seen: [back], unit: back.data.unit, facts: { urgent: true } }
    const { unit, urgent } = made.data
    if (!urgent) return { at: made.at, seen: [made], unit, facts: { urgent } }
    if (!handled) return { at: made.at, seen: [made], unit, stopped: true }
    return { at: handled.at, seen: [made, handled], unit, facts: { urgent } }
  },
  limit: (law, begun) =>
    begun.facts?.urgent === true
      ? { amount: law.urgentHours, unit: 'hour' }
      : { amount: law.registerMinutes, unit: 'minute' },
  done(file, begun, { register: { casework } }) {
    const told = first(file, 'case.reported', 'report.explained')
    if (told) return deed(told)
    const of = first(file, 'dispatch.fed-back')?.data.case
    return casework.case(of) ? { at: begun.at, seen: [] } : undefined
  },
})
