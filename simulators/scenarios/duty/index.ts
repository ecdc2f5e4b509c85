import { lookScenes } from './looks.ts'
import { postScenes } from './posts.ts'
import type { DutyScene } from './scene.ts'
import { vehicleScenes } from './vehicles.ts'

/** Every scene of duty: done wrong, and its lawful twin. */
export const dutyScenes: readonly DutyScene[] = [...postScenes, ...lookScenes, ...vehicleScenes]
