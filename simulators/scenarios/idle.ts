import type { Minute, Scenario, Step } from './scenario.ts'

/** When what a step began is over; a car that was sent somewhere or stands is busy until its next step. */
const endOf = (step: Step): Minute => {
  if (step.do === 'patrol' || step.do === 'press-sos') return step.at
  return 'forMin' in step ? step.at + step.forMin : Number.POSITIVE_INFINITY
}

/** Whether a scenario's script leaves a car alone in these minutes. */
export const isIdle = ({ cast }: Scenario) => {
  const scripts = new Map(cast.flatMap((actor) => ('car' in actor ? [[actor.car, actor.script] as const] : [])))
  return (car: string, from: Minute, to: Minute): boolean => {
    const script = scripts.get(car) ?? []
    if (script.some((step) => step.at >= from && step.at <= to)) return false
    const last = script.filter((step) => step.at < from).sort((a, b) => a.at - b.at)
    return last.length === 0 || endOf(last.at(-1)!) < from
  }
}
