import type { Text } from '../../server/contract/views.ts'
import { createPreference, oneOf } from '../ui/preference.ts'
import { useValue } from '../ui/subscribable.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Language = 'zh' | 'en'

/** Chinese unless the person chose otherwise on this workstation. */
export const language = createPreference<Language>('language', 'zh', oneOf('zh', 'en'))

/** The dictionary of the language in use. */
export const words = () => (language.get() === 'zh' ? zh : en)
export const useWords = () => (useValue(language) === 'zh' ? zh : en)
/** Picks the sentence of the language in use. */
export const say = (text: Text): string => text[language.get()]
