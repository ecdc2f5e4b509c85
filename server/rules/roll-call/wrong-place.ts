import { z } from 'zod'
import { reconcile } from '../../domain/roll-call/reconcile.ts'
import { ROLL_CALL_FROM, rowRule } from '../patterns/roll-call.ts'

const paramSchema = z.object({
  nearMetres: z.number().min(50).max(20_000),
  bufferMetres: z.number().min(0).max(5_000),
  siteMarginMetres: z.number().min(0).max(50_000),
  withinSeconds: z.number().min(10).max(900),
  assumedAccuracyMetres: z.number().min(1).max(1_000),
})

/** What tells where somebody is; the roster tells where they should be, and the device has a rule of its own. */
const seeing: ReadonlySet<string> = new Set(['site', 'radio', 'phone', 'vehicle', 'room'])

export const rollCallWrongPlace = rowRule({
  id: 'roll-call.wrong-place',
  title: { zh: '呼点应答的位置与应在岗位不符', en: 'The roll-call was answered from elsewhere than the post' },
  grade: 'B',
  paramSchema,
  params: [
    {
      from: ROLL_CALL_FROM,
      value: {
        nearMetres: 500,
        bufferMetres: 300,
        siteMarginMetres: 3_000,
        withinSeconds: 180,
        assumedAccuracyMetres: 50,
      },
    },
  ],
  localSettings: [
    {
      param: 'nearMetres',
      title: { zh: '视为在单位的距离', en: 'Distance that counts as at the unit' },
      unit: 'metre',
    },
    { param: 'bufferMetres', title: { zh: '巡区边界缓冲距离', en: 'Buffer around the beat' }, unit: 'metre' },
    {
      param: 'siteMarginMetres',
      title: { zh: '基站覆盖边界外容许距离', en: 'Tolerance beyond what a radio site reaches' },
      unit: 'metre',
    },
    {
      param: 'withinSeconds',
      title: { zh: '定位与应答相隔不超过', en: 'How far a position may lie from the answer' },
      unit: 'second',
    },
    {
      param: 'assumedAccuracyMetres',
      title: { zh: '设备未报精度时的假定精度', en: 'Accuracy assumed when the device gives none' },
      unit: 'metre',
    },
  ],
  limits: {
    zh: '只与电台基站、电台和手机及警车的定位、值班室的门禁和巡查相比；在处警指令、批准任务、已报告离岗期间不判断。定位误差圆与岗位有重合即视为在岗。没有任何来源能看到时不作结论。',
    en: 'Compared only with the radio site, positions of radio, phone and car, and what doors and checks of the duty room saw; not under an order, an approved task or a reported absence. An error circle that touches the post counts as there. Where nothing could see, it says nothing.',
  },
  hears: [
    'radio.checked',
    'device.answered',
    'position.reported',
    'post.observed',
    'dispatch.ordered',
    'task.approved',
    'post.absence-reported',
  ],
  judge(row, _cycle, yard, { register }) {
    const held = reconcile(row, register, yard)
    if (!held) return undefined
    const against = held.chips.filter((c) => seeing.has(c.source) && c.says === 'contradicts')
    if (against.length > 0) {
      const distances = against.flatMap((c) => (typeof c.facts.distanceM === 'number' ? [c.facts.distanceM] : []))
      return {
        since: held.at,
        seqs: [
          row.seq,
          ...row.answers.map((a) => a.seq),
          ...(row.behalf ? [row.behalf.seq] : []),
          ...against.flatMap((c) => c.seqs),
        ],
        facts: {
          sources: against.map((c) => c.source).join(','),
          because: [...new Set(against.map((c) => c.because))].join(','),
          distanceM: distances.length === 0 ? null : Math.max(...distances),
        },
        place: row.fixes.find((f) => against.some((c) => c.seqs.includes(f.seq)))?.place ?? null,
      }
    }
    return held.verdict === 'corroborated' ? undefined : { missing: 'a position, a radio site or a look into the room' }
  },
})
