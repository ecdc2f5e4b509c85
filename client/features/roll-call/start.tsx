import { useState } from 'react'
import { type RollCallPost, rollCallPosts } from '../../../server/contract/roll-call.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { setParams } from '../../ui/location.ts'
import { Form } from './forms.tsx'

/** Units and posts to be called now, with the reason that goes into the journal. */
export const Start = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useWords().rollCall
  const units = [...live.units.values()]
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(units.map((u) => u.id)))
  const [posts, setPosts] = useState<ReadonlySet<RollCallPost>>(new Set())
  const [reason, setReason] = useState('')
  const flip = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => {
    const next = new Set(set)
    if (!next.delete(one)) next.add(one)
    return next
  }
  const send = () => {
    if (reason.trim() === '') return `${t.forms.reason}：${t.forms.needed}`
    if (chosen.size === 0) return t.forms.noneChosen
    const body = { units: [...chosen], ...(posts.size === 0 ? {} : { posts: [...posts] }), reason }
    return request('POST /api/roll-calls', { body }).then(({ cycle }) => setParams({ cycle }))
  }
  return (
    <Form title={t.start} send={send} onDone={onDone}>
      <label>
        {t.forms.reason}
        <input
          className="field"
          name="reason"
          placeholder={t.forms.reasonHint}
          value={reason}
          // biome-ignore lint/a11y/noAutofocus: asked for by a key, and the first thing to write
          autoFocus
          onChange={(e) => setReason(e.target.value)}
        />
      </label>
      <fieldset>
        <legend>
          {t.forms.units}　<span className="muted">{t.forms.someUnits(chosen.size)}</span>
          <button
            type="button"
            className="button button-small"
            onClick={() => setChosen(new Set(chosen.size === units.length ? [] : units.map((u) => u.id)))}
          >
            {t.forms.allUnits}
          </button>
        </legend>
        {units.map((u) => (
          <label key={u.id} className="call-check">
            <input type="checkbox" checked={chosen.has(u.id)} onChange={() => setChosen(flip(chosen, u.id))} />
            {say(u.name)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>
          {t.forms.posts}　<span className="muted">{posts.size === 0 ? t.forms.allPosts : ''}</span>
        </legend>
        {rollCallPosts.map((p) => (
          <label key={p} className="call-check">
            <input type="checkbox" checked={posts.has(p)} onChange={() => setPosts(flip(posts, p))} />
            {t.posts[p]}
          </label>
        ))}
      </fieldset>
    </Form>
  )
}
