import type { TrunkHouse } from './core.ts'
import { startHytera } from './hytera.ts'
import type { TrunkConfig } from './lists.ts'
import { startMotorola } from './motorola.ts'
import { startPei } from './pei.ts'
import type { TrunkGateway, TrunkGateways } from './port.ts'

export interface StartedGateway extends TrunkGateway {
  /** The ports it listens on, by service. */
  readonly ports: Readonly<Record<string, number>>
  /** Whether a radio or a talkgroup is one of this gateway's. */
  owns(name: string): boolean
  close(): Promise<void>
}
export interface StartedTrunks extends TrunkGateways {
  all(): readonly StartedGateway[]
  close(): Promise<void>
}

const start = (house: TrunkHouse, config: TrunkConfig): Promise<StartedGateway> => {
  switch (config.make) {
    case 'hytera':
      return startHytera(house, config)
    case 'motorola':
      return startMotorola(house, config)
    case 'tetra':
      return startPei(house, config)
  }
}

/** Starts every gateway of the list. Rejects when one cannot have its ports; the others are closed again. */
export const startTrunkGateways = async (
  house: TrunkHouse,
  configs: readonly TrunkConfig[],
): Promise<StartedTrunks> => {
  const started: StartedGateway[] = []
  const close = async (): Promise<void> => {
    for (const one of started.splice(0)) await one.close()
  }
  try {
    for (const config of configs) started.push(await start(house, config))
  } catch (error) {
    await close()
    throw error
  }
  return { of: (name) => started.find((one) => one.owns(name)), all: () => started, close }
}
