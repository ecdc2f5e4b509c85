import type { ImportProgress } from '../../contract/imports.ts'
import { decodeText } from './decode-text.ts'
import { type Drawn, readFeatures } from './features.ts'
import { type MapName, maps, type PropertiesOf } from './maps.ts'
import type { Report } from './problem.ts'
import { type Checked, type Line, readTable } from './table.ts'
import { type RowOf, type TableName, tables } from './tables.ts'

/** A file as it lies in the folder. */
export interface SourceFile {
  readonly name: string
  /** What it holds, such as `units`, where somebody said so; else its name tells. */
  readonly is?: string
  readonly bytes: Uint8Array
}
/** Everything the folder says, line by line; a file that is not there is an empty list. */
export type CountyData = { readonly [N in TableName]: readonly Line<RowOf<N>>[] } & {
  readonly [N in MapName]: readonly Line<Drawn<PropertiesOf<N>>>[]
}

/** Chinese file names do as well. */
export const aliases: Readonly<Record<string, string>> = {
  单位: 'units',
  车辆: 'vehicles',
  人员: 'officers',
  设备: 'devices',
  必巡点: 'route-points',
  排班: 'roster',
  班次: 'shifts',
  任务: 'tasks',
  指令: 'orders',
  设施: 'installations',
  房间: 'rooms',
  感知设备: 'sensors',
  读卡器: 'readers',
  门禁卡: 'cards',
  节假日: 'holidays',
  电台基站: 'radio-sites',
  通话组: 'talkgroups',
  电台: 'radios',
  值班: 'duties',
  休假: 'leave',
  任职: 'leaders',
  窗口: 'windows',
  裁量基准: 'bands',
  县界: 'boundary',
  乡镇: 'townships',
  巡区: 'beats',
  区域: 'areas',
  道路: 'roads',
  地貌: 'landscape',
}
const LARGEST_FILE = 50_000_000
/** Progress is told once for so many lines. */
export const TOLD_EVERY = 500

/** The name the file has in docs/county.md. */
export const fileOf = (files: readonly SourceFile[], name: string): string =>
  files.find((f) => baseOf(f) === name)?.name ?? name
/** What a file holds: as somebody said, or by its name in English or Chinese. */
export const baseOf = ({ name, is }: Pick<SourceFile, 'name' | 'is'>): string => {
  const stem = name.replace(/\.[^.]+$/, '')
  return is ?? aliases[stem] ?? stem
}

/** Reads every file of the folder; whatever is wrong anywhere is reported. Never throws. */
export const readFiles = (
  files: readonly SourceFile[],
  report: Report,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): CountyData => {
  const data: Record<string, readonly Line<unknown>[]> = {}
  for (const name of [...Object.keys(tables), ...Object.keys(maps)]) data[name] = []
  const from = new Map<string, string>()
  for (const file of files) {
    const base = baseOf(file)
    const told = file.is !== undefined
    const kind =
      (told || /\.(csv|json)$/i.test(file.name)) && Object.hasOwn(tables, base)
        ? 'table'
        : (told || /\.(geo)?json$/i.test(file.name)) && Object.hasOwn(maps, base)
          ? 'map'
          : undefined
    const refuse = (zh: string, en: string): void =>
      report({ file: file.name, line: null, field: null, message: { zh, en } })
    if (!kind) {
      // Notes and spreadsheets may lie beside; a table or a drawing that nobody would read is a mistake.
      if (/\.(csv|geojson|json)$/i.test(file.name))
        refuse(`不认识的文件名；可用：${known.join('、')}`, `unknown file name; known: ${known.join(', ')}`)
      continue
    }
    if (from.has(base)) refuse(`与 ${from.get(base)} 重复`, `a second file beside ${from.get(base)}`)
    from.set(base, file.name)
    if (file.bytes.length > LARGEST_FILE) {
      refuse('文件超过50 MB', 'larger than 50 MB')
      continue
    }
    const checked: Checked = (done, of) => {
      if (done % TOLD_EVERY === 0 || done === of) onProgress({ step: 'reading', file: file.name, done, of })
    }
    const decoded = decodeText(file.bytes)
    if (!decoded) refuse('编码不是UTF-8也不是GB18030', 'neither UTF-8 nor GB18030')
    else if (kind === 'table')
      data[base] = readTable<unknown>(file.name, decoded.text, tables[base as TableName], report, checked)
    else
      data[base] = readFeatures<unknown>(
        file.name,
        decoded.text,
        maps[base as MapName].properties,
        maps[base as MapName].shape,
        report,
        checked,
      )
  }
  return data as unknown as CountyData
}

const known = [...Object.keys(tables).map((n) => `${n}.csv`), ...Object.keys(maps).map((n) => `${n}.geojson`)]
