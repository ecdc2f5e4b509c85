import type { DataOf, ObservationKind } from '../../domain/observation/index.ts'
import type { CountyData } from './read-files.ts'

/** How a statement is added: kind, what it is about, what it says. */
export type Add = <K extends ObservationKind>(kind: K, about: string, said: DataOf<K>) => void

/** What the tables of case areas say: rooms before what watches them. */
export const addCaseAreas = (data: CountyData, add: Add): void => {
  for (const { value: v } of data.rooms)
    add('room.registered', v.id, {
      room: v.id,
      name: { zh: v.name, en: v.nameEn || v.name },
      unit: v.unit,
      kind: v.kind,
      facility: v.facility,
      area: v.area,
      areaCode: v.areaCode,
      standard: v.standard ?? null,
      waitingRoomApproved: v.waitingRoomApproved ?? null,
      usableAreaM2: v.usableAreaM2 ?? null,
      heightM: v.heightM ?? null,
      fixedSeat: v.fixedSeat ?? null,
      rightsDisplayed: v.rightsDisplayed ?? null,
    })
  for (const { value: v } of data.sensors)
    add('sensor.installed', v.id, { sensor: v.id, watches: v.watches, room: v.room, owner: v.owner })
  for (const { value: v } of data.readers) add('reader.installed', v.id, { reader: v.id, room: v.room, leads: v.leads })
  for (const { value: v } of data.cards) add('card.issued', v.id, { card: v.id, holder: v.holder, as: v.as })
  for (const year of new Set(data.holidays.map(({ value }) => Number(value.day.slice(0, 4))))) {
    const lines = data.holidays.filter(({ value }) => value.day.startsWith(`${year}`))
    const days = (works: boolean): string[] =>
      lines
        .filter(({ value }) => value.works === works)
        .map(({ value }) => value.day)
        .sort()
    const source = [...new Set(lines.map(({ value }) => value.source))].join('；').slice(0, 200)
    add('calendar.published', `${year}`, { year, holidays: days(false), workdays: days(true), source })
  }
}
