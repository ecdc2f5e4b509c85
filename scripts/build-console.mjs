// Builds the console when its sources changed since the last build.
import { steps } from './prepare.mjs'

const [, page] = steps()
if (!page.done()) await page.run((line) => console.log(line))
