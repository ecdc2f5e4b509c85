import type { Request } from 'express'
import { readBytes } from './read-bytes.ts'

/** A file of a form, and the name of the field it came in. */
export interface FormFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}
export interface Form {
  readonly files: readonly FormFile[]
  readonly fields: Readonly<Record<string, string>>
}
export type FormRead = { readonly is: 'form'; readonly form: Form } | { readonly is: 'no-form' | 'too-large' }

/** Reads multipart/form-data, at most `limit` bytes of it in all. Never throws for what was sent. */
export const readForm = async (req: Request, limit: number): Promise<FormRead> => {
  const type = req.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) return { is: 'no-form' }
  if (Number(req.headers['content-length'] ?? 0) > limit) return { is: 'too-large' }
  const bytes = await readBytes(req, limit)
  if (bytes === undefined) return { is: 'too-large' }
  try {
    const data = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const files: FormFile[] = []
    const fields: Record<string, string> = {}
    for (const [field, value] of data.entries())
      if (typeof value === 'string') fields[field] = value
      else files.push({ field, name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    return { is: 'form', form: { files, fields } }
  } catch {
    return { is: 'no-form' }
  }
}
