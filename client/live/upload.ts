import type { Replies } from '../../server/contract/http.ts'
import { words } from '../i18n/language.ts'
import { addressOf, onUnauthorised, RequestError, refused } from './request.ts'

/**
 * Sends a form and tells how much of it is on its way: `fetch` says nothing of that. `progress` from 0 to 1.
 * Rejects with a RequestError, or with the reason of `signal`, which stops the sending.
 */
export const upload = <K extends keyof Replies>(
  route: K,
  form: FormData,
  progress: (sent: number) => void,
  signal?: AbortSignal,
): Promise<Replies[K]> =>
  new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    const [method = 'POST'] = route.split(' ')
    asked.open(method, addressOf(route, {}))
    asked.responseType = 'json'
    asked.upload.onprogress = (e) => {
      if (e.lengthComputable) progress(e.loaded / e.total)
    }
    signal?.addEventListener('abort', () => {
      asked.abort()
      reject(signal.reason)
    })
    asked.onerror = () => reject(new RequestError(0, words().failures.unreachable))
    asked.onload = () => {
      if (asked.status === 200 && asked.response !== null) return resolve(asked.response as Replies[K])
      if (asked.status === 401) onUnauthorised.current()
      reject(refused(asked.status, asked.response))
    }
    asked.send(form)
  })
