import { may } from '../../../server/contract/roles.ts'
import { useWords } from '../../i18n/language.ts'
import { useSession } from '../../session/session.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { History } from './history.tsx'
import { Now } from './now.tsx'
import { Rates } from './rates.tsx'
import './video-patrol.css'

type View = 'now' | 'history' | 'rates'

/** Cameras drawn at random and looked at one after the other, what was seen, and how often. */
export const VideoPatrol = () => {
  const t = useWords().videoPatrol
  const session = useSession()
  const works = session.is === 'in' && may(session.user.role, 'looks.work')
  const views: readonly View[] = works ? ['now', 'history', 'rates'] : ['history', 'rates']
  const asked = useParam('view')
  const view: View = views.find((v) => v === asked) ?? views[0]!
  const show = (next: View): void => setParams({ view: next === views[0] ? undefined : next })
  useKeys({ V: () => show(views[(views.indexOf(view) + 1) % views.length]!) })
  return (
    <div className="looks">
      <nav className="looks-views" aria-label={t.title}>
        {views.map((v) => (
          <button
            key={v}
            type="button"
            className={`button ${v === view ? 'button-on' : ''}`}
            aria-pressed={v === view}
            onClick={() => show(v)}
          >
            {t.views[v]}
          </button>
        ))}
        <kbd>V</kbd>
      </nav>
      {view === 'now' ? <Now /> : view === 'history' ? <History /> : <Rates />}
    </div>
  )
}
