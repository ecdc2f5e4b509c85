import { z } from 'zod'
import type { LocalSetting } from './define-rule.ts'

/** Values the law leaves open on tracks and areas. Each rule sets its own defaults; the bureau may change them. */
export const areaSchema = {
  bufferMetres: z.number().min(0).max(5000),
  deadBandMetres: z.number().min(0).max(1000),
  maxGapSeconds: z.number().min(30).max(3600),
  freshSeconds: z.number().min(10).max(600),
  assumedAccuracyMetres: z.number().min(1).max(500),
  returnMinutes: z.number().min(0).max(120),
}

const titles = {
  bufferMetres: { zh: '边界缓冲距离', en: 'Buffer around the boundary', unit: 'metre' },
  deadBandMetres: { zh: '返回判定回差', en: 'Dead-band before it counts as back', unit: 'metre' },
  maxGapSeconds: { zh: '定位间断超过此值即不推定', en: 'Silence after which nothing is presumed', unit: 'second' },
  freshSeconds: {
    zh: '到期推定所需的最近定位时效',
    en: 'Age of the last report up to which a deadline is presumed',
    unit: 'second',
  },
  assumedAccuracyMetres: {
    zh: '设备未报精度时的假定精度',
    en: 'Accuracy assumed when the device gives none',
    unit: 'metre',
  },
  returnMinutes: { zh: '警情或任务结束后的返回时间', en: 'Time to return after an order or a task', unit: 'minute' },
  dwellMinutes: { zh: '持续时间门槛', en: 'How long it must last', unit: 'minute' },
  handoverMinutes: { zh: '班次首尾的交接时间', en: 'Handover time at both ends of a shift', unit: 'minute' },
} as const

/** The local setting of a common parameter, with its titles. */
export const local = (param: keyof typeof titles): LocalSetting => {
  const { zh, en, unit } = titles[param]
  return { param, title: { zh, en }, unit }
}

/** The settings that every rule on an area has. */
export const areaSettings: readonly LocalSetting[] = [
  local('bufferMetres'),
  local('deadBandMetres'),
  local('maxGapSeconds'),
  local('freshSeconds'),
  local('assumedAccuracyMetres'),
  local('returnMinutes'),
]
