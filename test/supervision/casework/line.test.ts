import { describe, expect, it } from 'vitest'
import { type ObservationKind, parseObservation } from '../../../server/domain/observation/index.ts'
import { lineOf } from '../../../server/supervision/casework/line.ts'
import { at } from '../../support/timeline.ts'

const line = (kind: ObservationKind, data: object) => {
  const parsed = parseObservation({ kind, observedAt: at('2026-03-02 09:00'), data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return lineOf({ seq: 7, recordedAt: at('2026-03-02 09:01'), observation: parsed.observation }, () => undefined)
}

describe('a line of a card', () => {
  it('keeps a list as a list: its words and the mark between them are the reader’s language’s', () => {
    const accepted = line('case.accepted', { case: 'c1', type: 'public-order', unit: 's1', officers: ['P27', 'P28'] })
    expect(accepted.detail.officers).toEqual(['P27', 'P28'])
  })
})
