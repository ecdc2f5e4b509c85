import type { Layout } from './fields.ts'

/** Services of HDAP. */
export const services = { RCP: 0x02, LP: 0x08, TMP: 0x09, RRS: 0x11, TP: 0x12, DTP: 0x13, DDS: 0x14 } as const
export type Service = keyof typeof services

/** One message of one service. Types carry the names that the sources give them. */
export interface Kind<B extends { readonly type: string }> {
  readonly service: Service
  readonly opcode: number
  readonly type: B['type']
  readonly read: (payload: Buffer, opcode: number) => B | { readonly unreadable: string }
  readonly write: (body: B) => Buffer
}

/** A kind that a table of fields describes whole. */
export const table = <T extends string, F>(
  service: Service,
  opcode: number,
  type: T,
  { read, write }: Layout<F>,
): Kind<F & { readonly type: T; readonly extra?: Buffer }> => {
  type Body = F & { readonly type: T; readonly extra?: Buffer }
  const kind = {
    service,
    opcode,
    type,
    read: (payload: Buffer) => {
      const body = read(payload) as object
      return 'unreadable' in body ? (body as { unreadable: string }) : ({ type, ...body } as unknown as Body)
    },
    write: (body: Body) => write(body),
  }
  return kind as unknown as Kind<Body>
}
