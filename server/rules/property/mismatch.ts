import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { all, type CaseFile, first, type Seen } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedure, publicOrder2025 } from '../patterns/enactments.ts'
import { byItem } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ tolerancePercent: z.number().min(0).max(50) })
const kinds = [
  'property.seized',
  'property.received',
  'property.borrowed',
  'property.returned',
  'property.checked',
  'property.released',
  'property.disposed',
] as const
type Kind = (typeof kinds)[number]

/** 调换、损毁 (legal table J, prop-use-loss): what the scales, the seal and the photograph say. */
export const propertyMismatch = wrongWhen<Kind, z.infer<typeof schema>>({
  id: 'property.mismatch',
  title: {
    zh: '涉案财物的重量、封签、照片或者在位与登记不符',
    en: 'Weight, seal, photograph or presence of an item do not match the record',
  },
  grade: 'A',
  citations: [
    adminProcedure('第一百八十七条', '公安机关应当妥善保管，不得使用、挪用、调换或者损毁。'),
    criminalProcedure('第二百三十五条', '任何单位和个人不得违规使用、调换、损毁或者自行处理。'),
    publicOrder2025('第一百三十九条', '（四）私分、侵占、挪用、故意损毁所收缴、追缴、扣押的财物的；'),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { tolerancePercent: 1 } }],
  localSettings: [
    {
      param: 'tolerancePercent',
      title: { zh: '称重容许误差', en: 'How far two weighings may differ' },
      unit: 'percent',
    },
  ],
  limits: {
    zh: '只比较登记的数值，不知道原因：水分蒸发、衡器误差、检材消耗都可能使重量变化，须核查。鉴定、检验调用归还后，以归还时的重量为新的基准。没有称重、没有查看的不作判断。',
    en: 'It compares what was entered and knows no cause: drying, bad scales and samples consumed in tests change weights and must be asked about. After a loan for a test, the weight on return is the new base. What nobody weighed or looked at is not judged.',
  },
  consumes: kinds,
  subject: byItem,
  remembersMs: days(800),
  judge(file, law) {
    for (const check of all(file, 'property.received', 'property.returned', 'property.checked')) {
      const before = known(file, check)
      const { weightG, seal, unit } = check.data
      const wrong = (why: string, facts: Record<string, string | number | null> = {}) => ({
        since: check.at,
        seen: [...before.seen, check],
        unit,
        officers: before.custodian === null ? [] : [before.custodian],
        facts: { why, ...facts },
      })
      if (check.kind === 'property.checked') {
        if (!check.data.present) {
          if (!before.out) return wrong('missing')
          continue
        }
        if (check.data.sealBroken === true) return wrong('seal-broken', { seal: before.seal })
        if (check.data.photoMatches === false) return wrong('photo-differs')
      }
      // A new seal is put on when an item comes back; it must not change on the shelf.
      if (check.kind === 'property.checked' && seal !== null && before.seal !== null && seal !== before.seal)
        return wrong('other-seal', { seal, sealBefore: before.seal })
      const tested = check.kind === 'property.returned' && before.tested
      if (weightG === null || before.weightG === null || (tested && weightG <= before.weightG)) continue
      const difference = Math.abs(weightG - before.weightG)
      if (difference > (before.weightG * law.tolerancePercent) / 100)
        return wrong('weight-differs', { weightG, weightBeforeG: before.weightG })
    }
    return undefined
  },
})

/** What was known of the item just before `check`. */
const known = (file: CaseFile<Kind>, check: Seen<Kind>) => {
  const earlier = file.slice(0, file.indexOf(check))
  const told = all(earlier, 'property.seized', 'property.received', 'property.returned', 'property.checked')
  const weighed = told.findLast((t) => t.data.weightG !== null)
  const sealed = told.findLast((t) => t.kind !== 'property.checked' && t.data.seal !== null)
  const held = told.findLast((t) => t.kind === 'property.received' || t.kind === 'property.returned')
  const out = all(earlier, 'property.borrowed').at(-1)
  const back = all(earlier, 'property.returned').at(-1)
  const gone = first(earlier, 'property.released', 'property.disposed')
  return {
    weightG: weighed?.data.weightG ?? null,
    seal: sealed?.data.seal ?? null,
    custodian: held && 'custodian' in held.data ? held.data.custodian : null,
    out: gone !== undefined || (out !== undefined && (back === undefined || back.at < out.at)),
    tested: out !== undefined && (out.data.purpose === 'appraisal' || out.data.purpose === 'test'),
    seen: [weighed, sealed].flatMap((s) => (s ? [s] : [])),
  }
}
