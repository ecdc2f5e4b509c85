import { createPreference, oneOf } from './preference.ts'
import { createValue, useValue } from './subscribable.ts'

export type Theme = 'dark' | 'day'

/** `system` until the person chose. */
export const themeChoice = createPreference<Theme | 'system'>('theme', 'system', oneOf('dark', 'day', 'system'))

const asked = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: light)')
const system = createValue<Theme>(asked?.matches ? 'day' : 'dark')
asked?.addEventListener('change', (e) => system.set(e.matches ? 'day' : 'dark'))

/** Paper is white whatever the screen is: a browser leaves dark grounds out, and pale letters would be all that is printed. */
const sheet = typeof matchMedia === 'undefined' ? null : matchMedia('print')
const onPaper = createValue(sheet?.matches ?? false)
sheet?.addEventListener('change', (e) => onPaper.set(e.matches))

export const useTheme = (): Theme => {
  const choice = useValue(themeChoice)
  const byDefault = useValue(system)
  if (useValue(onPaper)) return 'day'
  return choice === 'system' ? byDefault : choice
}

const current = (): Theme => {
  const choice = themeChoice.get()
  return choice === 'system' ? system.get() : choice
}
export const flipTheme = (): void => themeChoice.set(current() === 'dark' ? 'day' : 'dark')

// Before React draws anything in the new theme: canvases read their colours from the style sheet while they are drawn.
const apply = (): void => {
  document.documentElement.dataset.theme = onPaper.get() ? 'day' : current()
}
if (typeof document !== 'undefined') {
  onPaper.subscribe(apply)
  themeChoice.subscribe(apply)
  system.subscribe(apply)
  apply()
}
