import type { Register } from '../../domain/register.ts'
import type { Text } from '../../domain/text.ts'

/** The name of a person held, masked; null for one who is not known by name. */
export type PersonName = (person: string) => string | null

type Fields = Readonly<Record<string, unknown>>

/** What the ids in an event's fields are called, by field. An officer is named, a person held is masked. */
export const namesIn = (fields: Fields, register: Register, personName: PersonName): Record<string, Text> => {
  const alike = (name: string | null | undefined): Text | undefined => (name ? { zh: name, en: name } : undefined)
  const officer = (id: string): Text | undefined => alike(register.officer(id)?.name)
  const ways: Readonly<Record<string, (id: string) => Text | undefined>> = {
    room: (id) => register.custody.room(id)?.name,
    carrier: (id) => {
      const bare = id.slice(id.indexOf('/') + 1)
      return id.startsWith('vehicle/') ? register.vehicle(bare)?.name : officer(bare)
    },
    camera: (id) => register.cameras.camera(id)?.name,
    unit: (id) => register.unit(id)?.name,
    person: (id) => alike(personName(id)),
    who: (id) => (fields.as === 'held' ? alike(personName(id)) : officer(id)),
    officer,
  }
  const named = Object.entries(ways).flatMap(([field, nameOf]): [string, Text][] => {
    const id = fields[field]
    const name = typeof id === 'string' ? nameOf(id) : undefined
    return name ? [[field, name]] : []
  })
  return Object.fromEntries(named)
}
