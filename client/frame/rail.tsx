import type { Feature } from '../features/index.ts'
import { useWords } from '../i18n/language.ts'
import { formatPlace, goTo, usePlace } from '../ui/location.ts'

/** Only the pages that work and that this person may open. */
export const Rail = ({ features }: { readonly features: readonly Feature[] }) => {
  const t = useWords()
  const { page, params } = usePlace()
  const current = page || features[0]?.id
  return (
    <nav className="rail" aria-label={t.shortcuts.general}>
      {features.map(({ id, icon: Icon }) => (
        <a
          key={id}
          href={formatPlace({ page: id, params })}
          aria-current={current === id ? 'page' : undefined}
          onClick={(e) => {
            if (e.ctrlKey || e.metaKey || e.shiftKey) return // a second window is the browser's business
            e.preventDefault()
            goTo(id)
          }}
        >
          <Icon />
          <span>{t.pages[id]}</span>
        </a>
      ))}
    </nav>
  )
}
