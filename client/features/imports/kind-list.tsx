import { type ImportKind, importGroups } from '../../../server/contract/imports.ts'
import { say, useWords } from '../../i18n/language.ts'

interface Props {
  readonly kinds: readonly ImportKind[]
  readonly chosen: string
  readonly onChoose: (is: string) => void
}

export const KindList = ({ kinds, chosen, onChoose }: Props) => {
  const t = useWords().imports
  return (
    <>
      {importGroups.map((group) => (
        <div key={group} className="import-group">
          <h3>{t.groups[group]}</h3>
          {kinds
            .filter((kind) => kind.group === group)
            .map((kind) => (
              <button
                key={kind.is}
                type="button"
                className="import-kind"
                aria-pressed={kind.is === chosen}
                onClick={() => onChoose(kind.is)}
              >
                {say(kind.name)}
                <span className="mono muted">{kind.is}</span>
              </button>
            ))}
        </div>
      ))}
    </>
  )
}
