import { z } from 'zod'
import type { Register } from '../../domain/register.ts'
import { type TicketCase, waiting, waitingDefault } from './ticket-change.ts'

type Case = Pick<TicketCase, 'audits' | 'ways'> & { readonly change: NonNullable<TicketCase['change']> }

/** 道路交通安全违法行为处理程序规定 22 numbers eight grounds. */
export const grounds = waiting.extend({ mostGround: z.number().int() })
export const groundsDefault = { ...waitingDefault, mostGround: 8 }

/** The ground given for taking a record out, by the log or by the row; undefined when none the law knows. */
export const groundGiven = ({ audits, change }: Case, mostGround: number): number | undefined =>
  [...audits.map((a) => a.data.ground), change.data.fields.ground].find(
    (ground): ground is number => ground !== null && ground >= 1 && ground <= mostGround,
  )

export const hasProof = ({ audits, change }: Case): boolean =>
  audits.some((a) => a.data.proofs.length > 0) || change.data.fields.proof !== null

/** An objection that was upheld no later than the change, with the time that clocks may differ. */
export const objectionUpheld = ({ ways, change }: Case): boolean =>
  ways.some((w) => w.kind === 'ticket.objection-decided' && w.data.upheld && w.at <= change.heardAt)

/** Whether `unit` is one of `authorities` or belongs to one of them. */
export const belongsTo = (register: Register, unit: string, authorities: readonly string[]): boolean => {
  for (let at: string | null | undefined = unit, steps = 0; at && steps < 8; at = register.unit(at)?.parent, steps++)
    if (authorities.includes(at)) return true
  return false
}
