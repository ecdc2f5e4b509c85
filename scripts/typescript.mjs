// `node --import ./scripts/typescript.mjs FILE.ts`: our TypeScript runs as it is, its types blanked out (decision 0027).
import { register } from 'node:module'

register('./typescript-hooks.mjs', import.meta.url)
