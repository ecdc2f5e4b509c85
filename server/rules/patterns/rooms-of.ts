import type { Register } from '../../domain/register.ts'

/** The rooms an observation is about: entered or left, come from, or left behind on leaving the premises. */
export const roomsOf = (o: { readonly data: object }, { custody }: Register): readonly string[] => {
  const data = o.data as { room?: string | null; who?: string; person?: string; sensor?: string }
  const at = custody.whereabouts(data.who ?? data.person ?? '')
  const sensed = data.sensor === undefined ? undefined : custody.sensor(data.sensor)?.room
  return [...new Set([data.room, sensed, data.who ? at?.from : at?.room])].filter(
    (r): r is string => typeof r === 'string',
  )
}
