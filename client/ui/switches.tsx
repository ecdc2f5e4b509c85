import { BulbOutlined } from '@ant-design/icons'
import { language, useWords } from '../i18n/language.ts'
import { flipTheme } from './theme.ts'

export const flipLanguage = (): void => language.set(language.get() === 'zh' ? 'en' : 'zh')

export const LanguageButton = () => {
  const t = useWords().frame
  return (
    <button type="button" className="plain switch" title={t.languageHint} onClick={flipLanguage}>
      {t.language}
    </button>
  )
}

export const ThemeButton = () => {
  const t = useWords().frame
  return (
    <button type="button" className="plain switch" title={t.theme} aria-label={t.theme} onClick={flipTheme}>
      <BulbOutlined />
    </button>
  )
}
