import type { ObservationOf } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Draft } from '../../journal/journal.ts'
import { alarmEdges, EMERGENCY } from '../../protocols/jt808/alarms.ts'
import { type Location, type Message, type MessageOf, type Result, results } from '../../protocols/jt808/codec.ts'
import { observe, usableTime } from '../../protocols/jt808/observe.ts'
import type { House, Session, Work } from './session.ts'

type Report = MessageOf<'location'> | MessageOf<'location-answer'> | MessageOf<'location-batch'>

/** Journals where a device is; returns what it is to be answered. An SOS is answered as handled, so that it ends. */
export const report = (house: House, session: Session, device: string, message: Report, work: Work): Result => {
  const { body, raw } = message
  const receivedAt = house.clock()
  const who = { device, carrier: house.book.carrier(device) }
  const observations = observe(message, who, receivedAt)
  if (body.type === 'location-batch') {
    body.items.forEach((item, i) => {
      const key = `${identity(session, message, item.time, receivedAt)}/${i}`
      // The frame once, with its first item; the others need just their own bytes.
      work.drafts.push(draft(key, observations[i]!, i === 0 ? raw : item.raw))
    })
    work.bulk += body.items.length
    return results.done
  }
  const key = identity(session, message, body.time, receivedAt)
  const observation = observations[0] as ObservationOf<'position.reported'>
  work.drafts.push(draft(body.type === 'location' ? key : `${key}/0201`, observation, raw))
  if (observation.data.delivery === 'backfill') work.bulk++
  else {
    const { after, observations: edges } = alarmEdges(
      house.alarms.get(device) ?? 0,
      body.alarmBits,
      message.header.edition,
      who,
      observation.observedAt,
    )
    house.alarms.set(device, after)
    for (const edge of edges)
      if ('alarm' in edge.data) work.drafts.push(draft(`${key}/${edge.kind}/${edge.data.alarm}`, edge, raw))
  }
  return isEmergency(body) ? results.alarmHandled : results.done
}

const isEmergency = ({ alarmBits }: Location): boolean => (alarmBits & EMERGENCY) !== 0

/**
 * The identity of a report: device, serial and device time, so that the same one sent again after a lost answer is
 * acknowledged and not recorded twice. Without a usable time serials alone would repeat after a restart or 65,536
 * messages; the connection then stands in for it.
 */
const identity = (session: Session, { header }: Message, time: Instant | null, receivedAt: Instant): string =>
  `${header.phone}/${header.serial}/${usableTime(time, receivedAt) ? time : momentless(session)}`

export const momentless = (session: Session): string => `${session.id}.${session.epoch}`

const draft = (key: string, observation: Draft['observation'], raw: Buffer | undefined): Draft => ({
  source: 'jt808',
  key,
  observation,
  ...(raw && { raw }),
})

/** 0x0002. */
export const beat = (house: House, session: Session, device: string, message: Message, work: Work): void => {
  const who = { device, carrier: house.book.carrier(device) }
  const { phone, serial } = message.header
  for (const observation of observe(message, who, house.clock()))
    work.drafts.push(draft(`${phone}/${serial}/heartbeat/${momentless(session)}`, observation, message.raw))
}
