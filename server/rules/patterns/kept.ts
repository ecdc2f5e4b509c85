import { z } from 'zod'
import type { Facts } from '../../domain/finding.ts'
import { leastDays, type RetentionArea } from '../../domain/footage/retention.ts'
import { days, type Instant } from '../../domain/time.ts'
import type { LocalSetting, Rule } from '../define-rule.ts'
import type { CaseFile, Seen } from './case-file.ts'
import { wrongWhen } from './wrong-when.ts'

/** Days of the law, and what the bureau set for its own recorders beyond them; 0: nothing. */
export const keptSchema = z.object({
  leastDays: z.number().int().min(1),
  keepDays: z.number().int().min(0).max(36_500),
})

/** The recorder reads this setting: it keeps as long as the longer of the two asks. */
export const keepSetting: LocalSetting = {
  param: 'keepDays',
  title: {
    zh: '本局规定的保存天数，长于法定的按此保存；线索只按法定期限',
    en: 'Days this bureau keeps, where longer than the law asks; findings go by the law alone',
  },
  unit: 'day',
}

export const keptParams = (area: RetentionArea) =>
  leastDays[area].map(({ from, value }) => ({ from, value: { leastDays: value, keepDays: 0 } }))

/** What every rule on retention says of what it cannot see. */
export const probedOnly = {
  zh: '以探测到的最早可回放时间为准；启用时间还不足保存期限的设备不作判断。',
  en: 'Goes by the oldest moment that can still be played; a recorder in service for less than the term is not judged.',
} as const

type File = CaseFile<'footage.probed'>
type Probe = Seen<'footage.probed'>

/** A recorder that plays less far back than it must: the newest probe that says so, and since which one it has been so. */
export const tooShort = (
  file: File,
  areas: readonly RetentionArea[],
  needed: (probe: Probe) => Instant,
): { readonly since: Probe; readonly newest: Probe } | undefined => {
  const isShort = (probe: Probe): boolean =>
    areas.includes(probe.data.area) && probe.data.oldestAt > needed(probe) && probe.data.inServiceSince <= needed(probe)
  const newest = file.at(-1)
  if (!newest || !isShort(newest)) return undefined
  return { since: file[file.findLastIndex((probe) => !isShort(probe)) + 1]!, newest }
}

/** What a finding says of it. */
export const shortfall = ({ since, newest }: { readonly since: Probe; readonly newest: Probe }, facts: Facts) => ({
  since: since.at,
  seen: since.seq === newest.seq ? [newest] : [since, newest],
  unit: newest.data.owner,
  facts: {
    recorder: newest.data.recorder,
    area: newest.data.area,
    oldestAt: newest.data.oldestAt,
    keptDays: Math.floor((newest.at - newest.data.oldestAt) / days(1)),
    ...facts,
  },
})

/** Recordings of some areas must be kept for at least some days. */
export const keptFor = (
  rule: Pick<Rule, 'id' | 'title' | 'grade' | 'citations' | 'limits'> &
    Partial<Pick<Rule, 'shipsOff'>> & { readonly areas: readonly [RetentionArea, ...RetentionArea[]] },
): Rule<File, z.infer<typeof keptSchema>, 'footage.probed'> => {
  const { areas, ...head } = rule
  return wrongWhen({
    ...head,
    paramSchema: keptSchema,
    params: keptParams(areas[0]),
    localSettings: [keepSetting],
    consumes: ['footage.probed'],
    subject: ({ data }) => data.recorder,
    lawAt: (file) => file.at(-1)!.at,
    judge(file, law) {
      const short = tooShort(file, areas, (probe) => probe.at - days(law.leastDays))
      return short && shortfall(short, { leastDays: law.leastDays })
    },
  })
}
