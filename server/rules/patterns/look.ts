import { z } from 'zod'
import type { lookResults } from '../../domain/observation/video-patrol.ts'
import type { Moment, Rule } from '../define-rule.ts'
import { all, type CaseFile, last, type Seen } from './case-file.ts'
import { type Judgement, wrongWhen } from './wrong-when.ts'

export const lookKinds = ['video-patrol.looked', 'video-patrol.corrected'] as const
type Kind = (typeof lookKinds)[number]
type Result = (typeof lookResults)[number]
export const noParams = z.object({})

/** What a person who looked by video or on site put down, as far as it concerns one duty. */
export const lookRule = (
  rule: Pick<Rule<CaseFile<Kind>, object, Kind>, 'id' | 'title' | 'grade' | 'citations' | 'limits' | 'params'> & {
    readonly results: readonly Result[]
    readonly judge: (looks: readonly Seen<'video-patrol.looked'>[], moment: Moment<object>) => Judgement
  },
): Rule<CaseFile<Kind>, object, Kind> => {
  const { results, judge, ...head } = rule
  return wrongWhen<Kind, object>({
    ...head,
    paramSchema: noParams,
    consumes: lookKinds,
    subject: (o) => o.data.look,
    judge(file, _law, moment) {
      const looks = all(file, 'video-patrol.looked').filter((l) => results.includes(l.data.result))
      const corrected = last(file, 'video-patrol.corrected')
      if (looks.length === 0 || (corrected && corrected.at >= looks.at(-1)!.at)) return undefined
      return judge(looks, moment)
    },
  })
}

/** The finding that one look gives. */
export const seenByLook = (
  looks: readonly Seen<'video-patrol.looked'>[],
  officers: readonly string[],
  more: Readonly<Record<string, string | number | boolean | null>> = {},
): Judgement => {
  const first = looks[0]!
  const { look, camera, post, unit, by, note } = first.data
  return {
    since: first.at,
    seen: looks,
    unit,
    officers,
    facts: {
      look,
      result: looks.map((l) => l.data.result).join(','),
      camera,
      post,
      lookedBy: by,
      note: note === '' ? null : note.slice(0, 200),
      recognised: officers.length > 0,
      ...more,
    },
  }
}
