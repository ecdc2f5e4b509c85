import { publicVideo } from '../patterns/enactments.ts'
import { keptFor, probedOnly } from '../patterns/kept.ts'

export const publicRetention = keptFor({
  id: 'recording.public-retention',
  title: { zh: '公共安全视频图像信息保存不足三十日', en: 'Public-place video was kept for less than thirty days' },
  grade: 'C',
  areas: ['public'],
  citations: [
    publicVideo(
      '第十七条',
      '公共安全视频系统收集的视频图像信息应当保存不少于30日；30日后，对已经实现处理目的的视频图像信息，应当予以删除。',
    ),
  ],
  limits: {
    zh: `${probedOnly.zh}办案区、值班室和其他区域另有期限，由另外的规则监督。`,
    en: `${probedOnly.en} Case areas, duty rooms and other areas have terms of their own, watched by other rules.`,
  },
})
