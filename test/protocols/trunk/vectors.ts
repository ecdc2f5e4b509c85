import fs from 'node:fs'
import path from 'node:path'

export interface TrunkVector {
  readonly kind?: string
  readonly hex?: string
  readonly raw?: string
  readonly note?: string
  readonly expected?: Readonly<Record<string, unknown>>
}
type File = Readonly<
  Record<'hytera' | 'motorolaArs' | 'motorolaLrrp' | 'motorolaTms' | 'tetraLip', readonly TrunkVector[]>
>

/** Frames that were not made here, with what an independent decoder says of them. `VECTORS` names their folder. */
export const trunkVectors = (): File | undefined => {
  const named = process.env.VECTORS
  const folder = named ?? path.resolve('..', 'shared', 'vectors')
  const file = path.join(folder, 'trunk.json')
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'))
  if (named !== undefined) throw new Error(`VECTORS=${named}: there is no trunk.json in it`)
  return undefined
}
