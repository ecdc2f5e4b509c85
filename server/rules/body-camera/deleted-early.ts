import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import { days } from '../../domain/time.ts'
import { all, last } from '../patterns/case-file.ts'
import { onSiteVideo, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 视音频资料保存期限 (legal table K, bwc-retention). */
export const deletedEarly = wrongWhen({
  id: 'body-camera.deleted-early',
  title: { zh: '执法视音频资料未到保存期限即被清除', en: 'Footage of a body camera was removed before its time' },
  grade: 'B',
  citations: [
    onSiteVideo(
      '第十三条',
      '保存期限原则上不少于六个月；作为证据的、阻碍执法的、重大突发事件和群体性事件的、其他重大疑难复杂警情的，永久保存。',
    ),
  ],
  paramSchema: z.object({ keepMonths: z.number().positive() }),
  params: [{ from: '2016-07-01', value: { keepMonths: 6 } }],
  shipsOff: unread,
  limits: {
    zh: '以移交、清除时登记的类别为准，移交时的类别记十年；清除时没有登记类别而满六个月的，不知道是否应当永久保存。',
    en: 'Goes by the category told at upload, remembered for ten years, or at removal; without one, after six months, nobody knows whether it was to be kept for ever.',
  },
  consumes: ['body-camera.uploaded', 'body-camera.footage-handled'],
  // Ordinary footage need not be remembered: it is told by its age.
  subject: (o) => (o.kind === 'body-camera.uploaded' && o.data.category === 'ordinary' ? undefined : o.data.recording),
  remembersMs: days(3650),
  lawAt: (file) => last(file, 'body-camera.footage-handled')?.at ?? file[0]!.at,
  judge(file, { keepMonths }) {
    const removed = all(file, 'body-camera.footage-handled').find(
      (h) => h.data.did === 'deleted' || h.data.did === 'expired',
    )
    if (!removed) return undefined
    const uploaded = last(file, 'body-camera.uploaded')
    const category = removed.data.category ?? uploaded?.data.category
    const keptUntil = endOfMonths(removed.data.to, keepMonths)
    const early = removed.at < keptUntil
    if (!early && category === undefined) return { missing: 'category of the footage' }
    if (!early && category === 'ordinary') return undefined
    return {
      since: removed.at,
      seen: [...(uploaded ? [uploaded] : []), removed],
      unit: removed.data.unit,
      officers: [],
      facts: {
        recording: removed.data.recording,
        category: category ?? null,
        did: removed.data.did,
        by: removed.data.by,
        from: removed.data.from,
        keptUntil: category === undefined || category === 'ordinary' ? keptUntil : null,
      },
    }
  },
})
