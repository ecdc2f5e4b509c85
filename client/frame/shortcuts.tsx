import { Modal } from 'antd'
import { useWords } from '../i18n/language.ts'

const groups = {
  general: ['/', '?', 'G', 'T', 'M', 'Esc'],
  list: ['↑ ↓', 'Enter', 'A', 'C', 'S', 'E', 'R', 'N', 'D'],
  time: ['L', 'Space', ', .'],
} as const

export const Shortcuts = ({ close }: { readonly close: () => void }) => {
  const t = useWords().shortcuts
  const call = useWords().rollCall
  return (
    <Modal open title={t.title} footer={null} onCancel={close} width={940}>
      <div className="shortcuts">
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <section key={group}>
            <h3>{t[group]}</h3>
            <dl>
              {groups[group].map((k) => (
                <div key={k}>
                  <dt>
                    <kbd>{k}</kbd>
                  </dt>
                  <dd>{t[k]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{call.title}</h3>
          <dl>
            {Object.entries(call.shortcut).map(([k, word]) => (
              <div key={k}>
                <dt>
                  <kbd>{k}</kbd>
                </dt>
                <dd>{word}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  )
}
