// Blanks the types of a module out as it is loaded. Every other character stays where it is, so a stack trace, the file
// and the repository agree.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import swc from '@swc/wasm-typescript'

/** Node's own: https://nodejs.org/docs/latest-v20.x/api/module.html#loadurl-context-nextload */
export const load = async (url, context, nextLoad) => {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return nextLoad(url, context)
  const source = await readFile(fileURLToPath(url), 'utf8')
  const { code } = swc.transformSync(source, { mode: 'strip-only', filename: url })
  return { format: 'module', source: code, shortCircuit: true }
}
