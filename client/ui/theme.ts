import { createPreference, oneOf } from './preference.ts'
import { createValue, useValue } from './subscribable.ts'

export type Theme = 'dark' | 'day'

/** `system` until the person chose. */
export const themeChoice = createPreference<Theme | 'system'>('theme', 'system', oneOf('dark', 'day', 'system'))

const asked = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: light)')
const system = createValue<Theme>(asked?.matches ? 'day' : 'dark')
asked?.addEventListener('change', (e) => system.set(e.matches ? 'day' : 'dark'))

export const useTheme = (): Theme => {
  const choice = useValue(themeChoice)
  const byDefault = useValue(system)
  return choice === 'system' ? byDefault : choice
}

export const flipTheme = (): void => {
  const now = themeChoice.get() === 'system' ? system.get() : themeChoice.get()
  themeChoice.set(now === 'dark' ? 'day' : 'dark')
}
