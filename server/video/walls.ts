import type { WallLayout } from '../contract/video.ts'
import type { Database } from '../storage/database.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly layout: Omit<WallLayout, 'id'>
}

/** Layouts of the wall, each account's own. */
export const createWalls = (database: Database) => ({
  of: async (account: string): Promise<readonly WallLayout[]> => {
    const rows = await database.query<Row>('select id, layout from wall_layout where account = $1 order by id', [
      account,
    ])
    return rows.map(({ id, layout }) => ({ ...layout, id }))
  },
  save: async (account: string, { id, ...layout }: WallLayout): Promise<void> => {
    await database.query(
      `insert into wall_layout (account, id, layout) values ($1, $2, $3)
       on conflict (account, id) do update set layout = excluded.layout`,
      [account, id, JSON.stringify(layout)],
    )
  },
  remove: async (account: string, id: string): Promise<void> => {
    await database.query('delete from wall_layout where account = $1 and id = $2', [account, id])
  },
})
export type Walls = ReturnType<typeof createWalls>
