import { type FormEvent, useState } from 'react'
import { say, useWords } from '../i18n/language.ts'
import type { EndReason } from '../live/feed.ts'
import { RequestError, request } from '../live/request.ts'
import { useRequest } from '../live/use-request.ts'
import { LanguageButton, ThemeButton } from '../ui/switches.tsx'
import './login.css'
import { login } from './session.ts'

/** The door. It says why someone was sent here, and what exactly was wrong with an attempt. */
export const Login = ({ reason }: { readonly reason: EndReason | undefined }) => {
  const t = useWords()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [welcome] = useRequest('welcome', (signal) => request('GET /api/welcome', { signal }))
  const demo = welcome.is === 'ready' ? welcome.value.demo : null

  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault()
    if (name.trim() === '') return setProblem(t.login.needName)
    if (password === '') return setProblem(t.login.needPassword)
    if (code !== undefined && !/^\d{6}$/.test(code)) return setProblem(t.login.needCode)
    setBusy(true)
    setProblem(undefined)
    try {
      await login(name.trim(), password, code)
    } catch (error) {
      if (error instanceof RequestError && error.refusal?.error === 'second-factor-required') setCode(code ?? '')
      setProblem(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }

  return (
    <main className="login">
      <div className="login-switches">
        <ThemeButton />
        <LanguageButton />
      </div>
      <form className="login-card" onSubmit={(e) => void submit(e)} noValidate>
        <img src="/icon.svg" alt="" width="44" height="44" />
        <h1>{t.app.name}</h1>
        <p className="muted">{t.app.tagline}</p>
        {reason !== undefined && (
          <p className="login-reason" role="status">
            {t.login.ended[reason]}
          </p>
        )}
        <label>
          {t.login.name}
          <input
            className="field"
            name="username"
            autoComplete="username"
            value={name}
            // biome-ignore lint/a11y/noAutofocus: the one thing to do on this page
            autoFocus
            onChange={(e) => setName(e.target.value)}
          />
        </label>
        <label>
          {t.login.password}
          <input
            className="field"
            name="password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        </label>
        {code !== undefined && (
          <label>
            {t.login.code}
            <input
              className="field"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(e) => setCode(e.target.value)}
            />
          </label>
        )}
        <p className="login-problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="button button-main" disabled={busy}>
          {t.login.submit}
        </button>
        {demo !== null && (
          <section className="login-demo">
            <h2 className="muted">{t.login.demoTitle}</h2>
            {demo.map((a) => (
              <button
                key={a.name}
                type="button"
                className="plain"
                onClick={() => {
                  setName(a.name)
                  setPassword(a.password)
                }}
              >
                <b>{a.name}</b>
                <span className="muted">{say(a.title)}</span>
              </button>
            ))}
          </section>
        )}
        <p className="login-notice muted">{t.login.notice}</p>
      </form>
    </main>
  )
}
