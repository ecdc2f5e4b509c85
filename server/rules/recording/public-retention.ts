import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { last } from '../patterns/case-file.ts'
import { publicVideo } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const publicRetention = wrongWhen({
  id: 'recording.public-retention',
  title: { zh: '公共安全视频图像信息保存不足三十日', en: 'Public-place video was kept for less than thirty days' },
  grade: 'C',
  citations: [
    publicVideo(
      '第十七条',
      '公共安全视频系统收集的视频图像信息应当保存不少于30日；30日后，对已经实现处理目的的视频图像信息，应当予以删除。',
    ),
  ],
  paramSchema: z.object({ leastDays: z.number() }),
  params: [{ from: '2025-04-01', value: { leastDays: 30 } }],
  limits: {
    zh: '以探测到的最早可回放时间为准；启用不足三十日的设备不作判断。办案区、值班室录像另有更长期限，其规章全文未在本库，不在本规则内。',
    en: 'Goes by the oldest moment that can still be played; a recorder in service for less than thirty days is not judged. Case areas and duty rooms have longer terms by a rule whose text is not held here.',
  },
  consumes: ['footage.probed'],
  subject: ({ data }) => data.recorder,
  lawAt: (file) => file.at(-1)!.at,
  judge(file, { leastDays }) {
    const probe = last(file, 'footage.probed')
    if (probe?.data.area !== 'public') return undefined
    const needed = probe.at - days(leastDays)
    const { recorder, owner, oldestAt, inServiceSince } = probe.data
    if (oldestAt <= needed || inServiceSince > needed) return undefined
    return {
      since: probe.at,
      seen: [probe],
      unit: owner,
      facts: { recorder, oldestAt, leastDays, keptDays: Math.floor((probe.at - oldestAt) / days(1)) },
    }
  },
})
