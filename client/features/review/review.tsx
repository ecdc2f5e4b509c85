import { useEffect } from 'react'
import type { ReviewView } from '../../../server/contract/reviews.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Exports } from './exports.tsx'
import { OpenForm } from './open-form.tsx'
import './review.css'
import { Stage } from './stage.tsx'

/** Nothing is shown before somebody said why; then everything of one place and time on one axis. */
export const Review = () => {
  const id = useParam('review')
  return id === undefined ? <Start /> : <Opened key={id} id={id} />
}

const Start = () => {
  const t = useWords().review
  const list = useParam('exports') !== undefined
  return (
    <div className="review-start">
      <div className="tabs" role="tablist">
        <button type="button" role="tab" aria-selected={!list} onClick={() => setParams({ exports: undefined })}>
          {t.open}
        </button>
        <button type="button" role="tab" aria-selected={list} onClick={() => setParams({ exports: 'all' })}>
          {t.exports.title}
        </button>
      </div>
      {list ? <Exports /> : <OpenForm />}
    </div>
  )
}

const Opened = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const [state, again] = useRequest(`review ${id}`, (signal) =>
    request('GET /api/reviews/:id', { params: { id }, signal }),
  )
  const leave = (): void => setParams({ review: undefined })
  const value = state.value
  useEffect(() => {
    document.documentElement.dataset.review = 'open'
    return () => {
      delete document.documentElement.dataset.review
    }
  }, [])
  if (value === undefined)
    return state.is === 'failed' ? (
      <Message
        bad
        title={state.error.message}
        hint={t.review.endedHint}
        action={{ label: t.review.openAgain, run: leave }}
      />
    ) : (
      <Waiting rows={12} />
    )
  return <Stage key={keyOf(value.review)} review={value.review} again={again} />
}

/** Another range or other sources are another stage. */
const keyOf = ({ id, from, to, sources }: ReviewView): string => `${id} ${from} ${to} ${sources.join(' ')}`
