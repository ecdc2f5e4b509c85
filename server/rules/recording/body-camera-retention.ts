import { z } from 'zod'
import { addMonths } from '../../domain/calendar.ts'
import { chinaDate, chinaDay, days } from '../../domain/time.ts'
import { onSiteVideo, unread } from '../patterns/elsewhere.ts'
import { keepSetting, keptSchema, probedOnly, shortfall, tooShort } from '../patterns/kept.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 执法记录仪视音频资料保存不足六个月 (legal table K, bwc-retention). */
export const bodyCameraRetention = wrongWhen({
  id: 'recording.body-camera-retention',
  title: {
    zh: '执法记录仪视音频资料保存不足六个月',
    en: 'Footage of body cameras was kept for less than six months',
  },
  grade: 'B',
  citations: [onSiteVideo('第十三条', '保存期限原则上不少于六个月。')],
  paramSchema: keptSchema.pick({ keepDays: true }).extend({ leastMonths: z.number().int().positive() }),
  params: [{ from: '2016-07-01', value: { leastMonths: 6, keepDays: 0 } }],
  localSettings: [keepSetting],
  shipsOff: unread,
  limits: {
    zh: `${probedOnly.zh}应当永久保存的（证据、阻碍执法等）不在本规则内；单个文件提前清除由另外的规则监督。`,
    en: `${probedOnly.en} What must be kept for ever (evidence, obstruction and the like) is not in this rule; a single file removed early is watched by another.`,
  },
  consumes: ['footage.probed'],
  subject: ({ data }) => data.recorder,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { leastMonths }) {
    // The same date, so many months back, is still kept in full or in part.
    const short = tooShort(
      file,
      ['body-camera'],
      (probe) => chinaDay(chinaDate(addMonths(probe.at, -leastMonths))) + days(1) - 1,
    )
    return short && shortfall(short, { leastMonths })
  },
})
