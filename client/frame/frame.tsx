import { Suspense, useEffect, useState } from 'react'
import { features } from '../features/index.ts'
import { useWords } from '../i18n/language.ts'
import { openFeed } from '../live/feed.ts'
import { keepAwake, leave, restore, useMay } from '../session/session.ts'
import { backToLive, useCursor } from '../time/cursor.ts'
import { startReplay } from '../time/replay.ts'
import { useKeys } from '../ui/keys.ts'
import { loadAhead } from '../ui/later.tsx'
import { goTo, usePlace } from '../ui/location.ts'
import { Message, Waiting } from '../ui/message.tsx'
import { Guard } from '../ui/panel.tsx'
import { flipTheme } from '../ui/theme.ts'
import { Announcer } from './announcer.tsx'
import { CommandBar } from './command-bar.tsx'
import './frame.css'
import { Lost, useBand } from './lost.tsx'
import { PrintHead } from './print-head.tsx'
import { Rail } from './rail.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { toggleMute } from './sound.ts'
import { Strip } from './strip.tsx'

/** Everything around a page: rail, strip, keyboard, what replay and a lost connection look like. */
export const Frame = () => {
  const t = useWords()
  const may = useMay()
  const cursor = useCursor()
  const band = useBand()
  const { page } = usePlace()
  const [overlay, setOverlay] = useState<'command' | 'shortcuts'>()
  const mine = features.filter((f) => may(f.needs))
  const shown = page === '' ? mine[0] : mine.find((f) => f.id === page)

  useEffect(keepAwake, [])
  useEffect(loadAhead, [])
  const watches = may('situation.view')
  useEffect(() => {
    if (!watches) return
    startReplay()
    return openFeed(leave, () => void restore())
  }, [watches])
  useKeys({
    '/': () => setOverlay('command'),
    '?': () => setOverlay('shortcuts'),
    L: cursor.mode === 'replay' ? backToLive : undefined,
    T: flipTheme,
    M: toggleMute,
    G: () => {
      const next = mine[(mine.findIndex((f) => f.id === shown?.id) + 1) % mine.length]
      if (next !== undefined) goTo(next.id)
    },
  })
  return (
    <div className={`frame frame-${cursor.mode} ${band ? `frame-${band}` : ''}`}>
      <button type="button" className="frame-skip" onClick={() => document.getElementById('main')?.focus()}>
        {t.frame.workstationSkip}
      </button>
      <Strip onCommand={() => setOverlay('command')} onShortcuts={() => setOverlay('shortcuts')} />
      <Rail features={mine} />
      <main id="main" tabIndex={-1} className="frame-main">
        {shown !== undefined && <PrintHead page={t.pages[shown.id]} />}
        <Guard key={page}>
          <Page />
        </Guard>
      </main>
      <Lost />
      <Announcer />
      {overlay === 'command' && <CommandBar pages={mine} close={() => setOverlay(undefined)} />}
      {overlay === 'shortcuts' && <Shortcuts close={() => setOverlay(undefined)} />}
    </div>
  )
}

const Page = () => {
  const t = useWords().failures
  const may = useMay()
  const { page } = usePlace()
  const home = features.find((f) => may(f.needs))
  const feature = page === '' ? home : features.find((f) => f.id === page)
  const action = home === undefined ? undefined : { label: t.goHome, run: () => goTo(home.id) }
  if (feature === undefined && page !== '')
    return <Message title={`404　${t.notFound}`} hint={t.notFoundHint} action={action} />
  if (feature === undefined || !may(feature.needs))
    return <Message title={`403　${t.forbidden}`} hint={t.forbiddenHint} action={action} />
  return (
    <Suspense fallback={<Waiting rows={12} />}>
      <feature.page />
    </Suspense>
  )
}
