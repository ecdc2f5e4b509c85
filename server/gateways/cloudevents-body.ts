import type { IncomingMessage } from 'node:http'

export type Body =
  | { readonly is: 'body'; readonly bytes: Buffer }
  | { readonly is: 'refused'; readonly why: 'too-large' | 'too-slow' | 'broken' }

/** Reads a request to its end, never keeping more than `limitBytes` and never waiting longer than `limitMs`. */
export const readBody = (request: IncomingMessage, limitBytes: number, limitMs: number): Promise<Body> =>
  new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > limitBytes) return resolve({ is: 'refused', why: 'too-large' })
    const chunks: Buffer[] = []
    let size = 0
    const end = (body: Body): void => {
      clearTimeout(timer)
      request.removeAllListeners('data').removeAllListeners('end').removeAllListeners('close')
      resolve(body)
    }
    const timer = setTimeout(() => end({ is: 'refused', why: 'too-slow' }), limitMs)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limitBytes) end({ is: 'refused', why: 'too-large' })
      else chunks.push(chunk)
    })
    request.on('end', () => end({ is: 'body', bytes: Buffer.concat(chunks) }))
    request.on('error', () => end({ is: 'refused', why: 'broken' }))
    request.on('close', () => end({ is: 'refused', why: 'broken' }))
  })
