import { useEffect } from 'react'
import { useMoment, useShownNow } from '../../time/moment.ts'
import { dateOf, timeOf } from '../../ui/format.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { parseDay, parseMoment } from '../../ui/typed-time.ts'
import { dayAfter } from './model.ts'

/** While the page looks at now it is asked for again this often. */
const REFRESH_MS = 15_000

/** The day that is looked at, the moment of it that was chosen, and whether it still goes on. */
export const useDay = () => {
  const moment = useMoment()
  const now = useShownNow(moment)
  const today = dateOf(now)
  const wanted = parseDay(useParam('day') ?? '')
  const day = (moment === undefined ? wanted : undefined) ?? today
  const chosen = useParam('asof')
  const asked = chosen === undefined ? undefined : parseMoment(`${day} ${chosen}`)
  const at = moment ?? asked
  return {
    day,
    today,
    now,
    at,
    replaying: moment !== undefined,
    running: at === undefined && day === today,
    go: (by: number) => setParams({ day: dayAfter(day, by), asof: undefined }),
    choose: (next: string | undefined) => setParams({ day: next, asof: undefined }),
    setAt: (next: number | undefined) =>
      setParams(next === undefined ? { asof: undefined } : { day: dateOf(next), asof: timeOf(next) }),
  }
}
export type Day = ReturnType<typeof useDay>

/** Asks again every so often while `on`. */
export const useRefresh = (again: () => void, on: boolean): void => {
  useEffect(() => {
    if (!on) return
    const timer = setInterval(again, REFRESH_MS)
    return () => clearInterval(timer)
  }, [again, on])
}
