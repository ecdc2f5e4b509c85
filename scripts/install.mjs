// Installs the packages when they are not those of the lock file.
import { checkNode, steps } from './prepare.mjs'

checkNode()
const [packages] = steps()
if (!packages.done()) await packages.run((line) => console.log(line))
