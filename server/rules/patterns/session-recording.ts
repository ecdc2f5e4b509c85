import type { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { actOf, doorKinds, type RecordKind, recorderKinds, recordKinds, sensorKinds } from './acts.ts'
import type { CaseFile } from './case-file.ts'
import { type Coverage, type continuity, coverage } from './recording.ts'
import type { Judgement } from './wrong-when.ts'

export const recordedConsumes = [
  ...recordKinds,
  ...doorKinds,
  ...recorderKinds,
  ...sensorKinds,
  'act.explained',
] as const
export const recordedKeeps = [...recordKinds, 'act.explained'] as const

/** Judges the recording of one act; `concerned` says which gaps are this duty's. */
export const unrecorded = (
  all: CaseFile<(typeof recordedConsumes)[number]>,
  law: z.infer<typeof continuity>,
  { now, register }: { readonly now: number; readonly register: Register },
  concerned: (gap: Extract<Coverage, { is: 'gap' }>) => boolean,
): Judgement => {
  const file = all as CaseFile<RecordKind>
  const act = actOf(file)
  if (!act) return undefined
  const seen = coverage(file, register.custody, now, law)
  if (seen.is === 'growing') return { dueAt: seen.dueAt, startedAt: seen.from }
  if (seen.is === 'unseen') return { missing: 'recording of the act' }
  if (seen.is === 'whole' || !concerned(seen)) return undefined
  return {
    since: seen.from,
    seen: [act.started, ...(act.signed ? [act.signed] : []), seen.evidence],
    unit: act.data.unit,
    officers: act.data.officers,
    facts: { act: act.data.act, room: act.data.room, gapFrom: seen.from, gapTo: seen.to, noRecording: seen.none },
  }
}
