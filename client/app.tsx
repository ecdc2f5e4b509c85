import { App as AntApp, theme as antTheme, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { Frame } from './frame/frame.tsx'
import { language, useWords } from './i18n/language.ts'
import { Login } from './session/login.tsx'
import { restore, useSession } from './session/session.ts'
import { Message, Waiting } from './ui/message.tsx'
import { Guard } from './ui/panel.tsx'
import { useValue } from './ui/subscribable.ts'
import { useTheme } from './ui/theme.ts'

const tokens = {
  dark: { colorPrimary: '#3d84bd', colorBgBase: '#191d24', colorTextBase: '#dfe4ea', colorBorder: '#434e5c' },
  day: { colorPrimary: '#2675b3', colorBgBase: '#ffffff', colorTextBase: '#1b232c', colorBorder: '#aab4c0' },
} as const
const sizes = { borderRadius: 4, fontSize: 13, controlHeight: 28, wireframe: false, motionDurationMid: '0.12s' }
const font =
  '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif'

export const App = () => {
  const theme = useTheme()
  const lang = useValue(language)
  const t = useWords()
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    document.title = t.app.name
  }, [theme, lang, t])
  useEffect(() => void restore(), [])
  return (
    <ConfigProvider
      locale={lang === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
        token: { ...tokens[theme], ...sizes, fontFamily: font },
      }}
    >
      <AntApp message={{ top: 52, maxCount: 3 }} className="ant-root">
        <Guard>
          <Gate />
        </Guard>
      </AntApp>
    </ConfigProvider>
  )
}

const Gate = () => {
  const session = useSession()
  const t = useWords()
  if (session.is === 'in') return <Frame key={session.user.name} />
  if (session.is === 'out') return <Login reason={session.reason} />
  if (session.is === 'unreachable')
    return <Message bad title={session.message} action={{ label: t.failures.retry, run: () => void restore() }} />
  return <Waiting />
}
