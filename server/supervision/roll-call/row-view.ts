import type { FindingBrief } from '../../contract/custody.ts'
import type { CycleView, RowView } from '../../contract/roll-call.ts'
import type { Register } from '../../domain/register.ts'
import { reconcile, type Yardstick } from '../../domain/roll-call/reconcile.ts'
import { type Cycle, type Row, rowKey, stateOf, windowEnd } from '../../domain/roll-call/state.ts'
import type { RowState } from '../../domain/roll-call/words.ts'
import type { Text } from '../../domain/text.ts'
import type { Instant } from '../../domain/time.ts'

export const cycleView = ({ cycle, seq, at, closed, ...rest }: Cycle): CycleView => ({
  id: cycle,
  seq: Math.max(seq, closed?.seq ?? 0),
  mode: rest.mode,
  by: rest.by,
  units: rest.units,
  openedAt: at,
  slot: rest.slot,
  drawnAt: rest.drawnAt,
  reason: rest.reason,
  closed: closed && { at: closed.at, by: closed.by, because: closed.because },
})

const same = (name: string): Text => ({ zh: name, en: name })

/** Who is called, in words a tired person reads at a glance. */
const nameOf = ({ carrier, room, target }: Row, register: Register): { name: Text; plate: string | null } => {
  const id = carrier?.slice(carrier.indexOf('/') + 1) ?? ''
  if (carrier?.startsWith('vehicle/')) {
    const vehicle = register.vehicle(id)
    return { name: vehicle?.name ?? same(id), plate: vehicle?.plate ?? null }
  }
  if (carrier !== null) return { name: same(register.officer(id)?.name ?? id), plate: null }
  return { name: register.custody.room(room)?.name ?? same(room ?? target), plate: null }
}

const sinceOf = (row: Row, state: RowState): Instant => {
  switch (state) {
    case 'answered':
      return row.answers[0]!.at
    case 'on-behalf':
      return row.behalf!.at
    case 'excused':
      return row.excuse!.at
    case 'unobservable':
      return row.hindered!.at
    case 'missed':
      return row.missed!.at
    case 'calling':
      return row.calls.at(-1)!.at
    case 'pending':
      return row.at
  }
}

/** A row of the board; `seq` is the last entry applied when it was made. */
export const rowView = (
  row: Row,
  cycle: Cycle,
  seq: number,
  register: Register,
  yard: Yardstick,
  findings: readonly FindingBrief[],
): RowView => {
  const state = stateOf(row, cycle.closed !== null)
  const answer = row.answers[0]
  const held = reconcile(row, register, yard)
  return {
    id: rowKey(row),
    seq,
    cycle: row.cycle,
    target: row.target,
    unit: row.unit,
    post: row.post,
    carrier: row.carrier,
    ...nameOf(row, register),
    officers: row.officers.map((id) => ({ id, name: register.officer(id)?.name ?? id })),
    channels: row.channels,
    state,
    since: sinceOf(row, state),
    tries: row.tries,
    tried: Math.max(0, ...row.calls.map((c) => c.try)),
    until: state === 'calling' ? (windowEnd(row) ?? null) : null,
    calls: row.calls.map(({ at, try: n, channel, device, until, by }) => ({ at, try: n, channel, device, until, by })),
    answer: answer
      ? {
          at: answer.at,
          channel: answer.channel,
          device: answer.device,
          radio: answer.radio,
          site: answer.site,
          siteName: register.radio.site(answer.site)?.name ?? null,
          late: answer.late,
        }
      : null,
    // Without the private note: it leaves by one route only.
    behalf: row.behalf && {
      at: row.behalf.at,
      channel: row.behalf.channel,
      radio: row.behalf.radio,
      headcount: row.behalf.headcount,
      words: row.behalf.words,
      by: row.behalf.by,
    },
    excuse: row.excuse && {
      at: row.excuse.at,
      because: row.excuse.because,
      words: row.excuse.words,
      by: row.excuse.by,
    },
    hindered: row.hindered && { at: row.hindered.at, because: row.hindered.because },
    reconciliation: held ? { verdict: held.verdict, chips: held.chips } : null,
    findings,
  }
}
