import type { FeatureCollection } from 'geojson'
import type { ImportProgress } from '../../contract/imports.ts'
import { parseObservation } from '../../domain/observation/index.ts'
import { type DraftOptions, draftsOf, type Statement } from './drafts.ts'
import { layerOf } from './layer.ts'
import type { Problem } from './problem.ts'
import { readFiles, type SourceFile, TOLD_EVERY } from './read-files.ts'
import { checkReferences, type Known } from './references.ts'

export interface CountyReading {
  /** Empty when there are problems: nothing of a folder is imported unless all of it is sound. */
  readonly drafts: readonly Statement[]
  readonly problems: readonly Problem[]
  /** The console's base layer; undefined when the folder brings no boundary. */
  readonly layer: FeatureCollection | undefined
}

/**
 * Reads a county folder (docs/county.md): GeoJSON and CSV in, drafts for the journal out. Reads no clock and
 * no disk; `known` is what was imported before. Never throws on what the files say.
 */
export const readCounty = (
  files: readonly SourceFile[],
  options: DraftOptions & { readonly known?: Known },
  onProgress: (progress: ImportProgress) => void = () => undefined,
): CountyReading => {
  const problems: Problem[] = []
  const report = (problem: Problem): void => void problems.push(problem)
  const data = readFiles(files, report, onProgress)
  // Where a line could not be read, everything that refers to it would be reported as well: one mistake, one message.
  if (problems.length === 0) checkReferences(data, files, options.known, report)
  if (problems.length > 0) return { drafts: [], problems, layer: undefined }
  const drafts = draftsOf(data, options)
  for (const [i, { observation, about }] of drafts.entries()) {
    if (i % TOLD_EVERY === 0) onProgress({ step: 'drafting', file: null, done: i, of: drafts.length })
    const parsed = parseObservation(observation)
    if (parsed.is === 'fault')
      report({
        file: about,
        line: null,
        field: null,
        message: { zh: `内容不合要求：${parsed.problem}`, en: `not acceptable: ${parsed.problem}` },
      })
  }
  return problems.length > 0 ? { drafts: [], problems, layer: undefined } : { drafts, problems, layer: layerOf(data) }
}
