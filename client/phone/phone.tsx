import { useEffect, useState } from 'react'
import type { MyDutyView } from '../../server/contract/roll-call.ts'
import { say, useWords } from '../i18n/language.ts'
import { request } from '../live/request.ts'
import { logout } from '../session/session.ts'
import { dateOf, durationOf, timeOf } from '../ui/format.ts'
import { LanguageButton, ThemeButton } from '../ui/switches.tsx'
import { useAlert, useAllowed, whereAmI } from './alert.ts'
import { CameraPanel } from './camera/panel.tsx'
import { stopCamera } from './camera/phone-camera.ts'
import { type MyDuty, useMyDuty } from './my-duty.ts'
import './phone.css'

/** An officer's own page: today's duty, and one big button while they are called. */
export const Phone = () => {
  const t = useWords().rollCall.phone
  const duty = useMyDuty()
  const { view, connected } = duty
  useEffect(install, [])
  const calling = view?.calls.find((call) => call.state === 'calling')
  useAlert(calling !== undefined, t.calling, t.callingHint)
  return (
    <main className="phone">
      <header className="phone-top">
        <strong>{view ? view.officer.name : t.title}</strong>
        <span className="muted">{view ? say(view.officer.unitName) : ''}</span>
        <span className={connected ? 'phone-link' : 'phone-link phone-lost'} role="status">
          {connected ? t.connected : t.lost}
        </span>
      </header>
      <CameraPanel />
      {view && <Answered view={view} />}
      {view && <Today view={view} />}
      <Alerts />
      <footer className="phone-foot">
        <LanguageButton />
        <ThemeButton />
        <button type="button" className="plain" onClick={() => void stopCamera().then(logout)}>
          {t.leave}
        </button>
      </footer>
      {calling && <Called call={calling} duty={duty} />}
    </main>
  )
}

type Call = MyDutyView['calls'][number]

const Called = ({ call, duty }: { readonly call: Call; readonly duty: MyDuty }) => {
  const t = useWords().rollCall.phone
  const [doing, setDoing] = useState<'locating' | 'answering'>()
  const [problem, setProblem] = useState<string>()
  const answer = async (): Promise<void> => {
    setProblem(undefined)
    setDoing('locating')
    const fix = await whereAmI()
    setDoing('answering')
    const { cycle, target } = call
    const place = fix ? ([fix.coords.longitude, fix.coords.latitude] as [number, number]) : null
    const body = { cycle, target, place, accuracyM: fix?.coords.accuracy ?? null }
    try {
      duty.show(await request('POST /api/duty/answer', { body }))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : t.retry)
    }
    setDoing(undefined)
  }
  return (
    <div className="phone-call" role="alertdialog" aria-label={t.calling}>
      <h1>{t.calling}</h1>
      {call.until !== null && <p className="phone-left">{t.left(durationOf(Math.max(0, call.until - duty.now)))}</p>}
      <button type="button" className="phone-answer" disabled={doing !== undefined} onClick={() => void answer()}>
        {doing === undefined ? t.answer : t[doing]}
      </button>
      <p role="alert">{problem === undefined ? t.callingHint : `${problem} · ${t.retry}`}</p>
    </div>
  )
}

const Answered = ({ view }: { readonly view: MyDutyView }) => {
  const t = useWords().rollCall
  const done = view.calls.filter((call) => call.state !== 'calling')
  if (done.length === 0) return null
  return (
    <section className="phone-card">
      <h2>{t.phone.calls}</h2>
      {done.map((call) => (
        <p key={`${call.cycle} ${call.target}`}>
          {call.answeredAt === null ? t.states[call.state] : t.phone.answered(timeOf(call.answeredAt))}
        </p>
      ))}
    </section>
  )
}

const Today = ({ view }: { readonly view: MyDutyView }) => {
  const t = useWords().rollCall.phone
  const as = t.as as Readonly<Record<string, string>>
  return (
    <section className="phone-card">
      <h2>{t.today}</h2>
      {view.duties.length === 0 && <p className="muted">{t.noDuty}</p>}
      {view.duties.map((duty) => (
        <p key={duty.id}>
          <strong>{as[duty.as] ?? t.as.other}</strong> {duty.place && say(duty.place)}
          <br />
          <span className="muted">
            {dateOf(duty.startsAt)} {timeOf(duty.startsAt).slice(0, 5)}–{timeOf(duty.endsAt).slice(0, 5)}
            {duty.startsAt <= view.at && view.at < duty.endsAt && ` · ${t.now}`}
          </span>
        </p>
      ))}
    </section>
  )
}

const Alerts = () => {
  const t = useWords().rollCall.phone
  const [allowed, ask] = useAllowed()
  if (allowed === 'none') return null
  return (
    <section className="phone-card">
      {allowed === 'default' && (
        <button type="button" className="button phone-wide" onClick={ask}>
          {t.alert}
        </button>
      )}
      <p className="muted">{allowed === 'granted' ? t.alertOn : allowed === 'denied' ? t.alertBlocked : t.alertHint}</p>
    </section>
  )
}

/** Lets the page be added to the home screen. */
const install = (): void => {
  if (document.querySelector('link[rel=manifest]') === null) {
    const link = document.createElement('link')
    link.rel = 'manifest'
    link.href = '/phone/manifest.webmanifest'
    document.head.append(link)
  }
  // Without it the page works all the same.
  navigator.serviceWorker?.register('/phone/sw.js', { scope: '/phone/' }).catch(() => undefined)
}
