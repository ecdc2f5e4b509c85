import { truth, word } from '../codec.ts'
import { fact, malformed, nameOf, nothing, type Reading, say, tokenOf } from './reading.ts'

const states: Readonly<Record<string, 'open' | 'closed' | 'fault' | 'unknown'>> = {
  Open: 'open',
  Closed: 'closed',
  Fault: 'fault',
  Unknown: 'unknown',
}

const physical: Reading = (message, bindings) => {
  const token = tokenOf(message, 'DoorToken')
  const state = states[word(message.data.State) ?? '']
  if (token === null) return malformed('DoorToken is missing')
  if (!state) return malformed('Data.State: Unknown, Open, Closed or Fault')
  const sensor = bindings.sensor(message.prefix, token)
  return say(
    fact('door.changed', message, { door: nameOf(message, token, sensor?.sensor), room: sensor?.room ?? null, state }),
  )
}

/** Tamper or fault contact of a door: the sensor cannot be relied on while it lasts. */
const contact =
  (fault: 'tamper' | 'other', bad: readonly string[], good: readonly string[]): Reading =>
  (message, bindings) => {
    const token = tokenOf(message, 'DoorToken', 'Token', 'Source')
    const state = word(message.data.State) ?? ''
    if (token === null) return malformed('DoorToken is missing')
    const sensor = nameOf(message, token, bindings.sensor(message.prefix, token)?.sensor)
    if (bad.includes(state)) return say(fact('sensor.failed', message, { sensor, fault }))
    if (good.includes(state)) return say(fact('sensor.restored', message, { sensor }))
    return state === 'Unknown' || state === 'NotSupported'
      ? say()
      : malformed(`Data.State: ${[...bad, ...good].join(', ')}`)
  }

/** A device's own alarm: raised and ended, and no more than a device's word. */
const alarm =
  (
    name: 'illegal-door' | 'emergency-button',
    field: string,
    tokens: readonly string[],
    on: readonly string[],
  ): Reading =>
  (message) => {
    const token = tokenOf(message, ...tokens)
    if (token === null) return malformed(`${tokens[0]} is missing`)
    const value = message.data[field]
    const state = truth(value) ?? (word(value) === null ? null : on.includes(String(value)))
    if (state === null) return malformed(`Data.${field} is missing`)
    const data = { device: nameOf(message, token), carrier: null, alarm: name }
    return say(fact(state ? 'device.alarm-raised' : 'device.alarm-ended', message, data))
  }

/** ONVIF Door Control and Device services. */
export const alarmTopics: readonly (readonly [string, Reading])[] = [
  ['tns1:Door/State/DoorPhysicalState', physical],
  ['tns1:Door/State/LockPhysicalState', nothing],
  ['tns1:Door/State/DoubleLockPhysicalState', nothing],
  ['tns1:Door/State/DoorMode', nothing],
  ['tns1:Door/State/DoorTamper', contact('tamper', ['TamperDetected'], ['NotInTamper'])],
  ['tns1:Door/State/DoorFault', contact('other', ['FaultDetected'], ['NotInFault'])],
  ['tns1:Door/State/DoorAlarm', alarm('illegal-door', 'State', ['DoorToken'], ['DoorForcedOpen', 'DoorOpenTooLong'])],
  // A panic button is wired to a digital input.
  ['tns1:Device/Trigger/DigitalInput', alarm('emergency-button', 'LogicalState', ['InputToken'], [])],
]
