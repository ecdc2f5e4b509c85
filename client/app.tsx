import { App as AntApp, theme as antTheme, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { Frame } from './frame/frame.tsx'
import { language, useWords } from './i18n/language.ts'
import { StillOn } from './phone/camera/still-on.tsx'
import { Phone } from './phone/phone.tsx'
import { Login } from './session/login.tsx'
import { restore, useSession } from './session/session.ts'
import { Message, Waiting } from './ui/message.tsx'
import { Guard } from './ui/panel.tsx'
import { useValue } from './ui/subscribable.ts'
import { useTheme } from './ui/theme.ts'

/** The same greys as theme.css, so that what Ant Design draws is not another screen. */
const tokens = {
  dark: {
    colorPrimary: '#3d84bd',
    colorBgContainer: '#191d24',
    colorBgElevated: '#212730',
    colorBgLayout: '#12151a',
    colorText: '#dfe4ea',
    colorTextPlaceholder: '#9aa5b2',
    colorBorder: '#434e5c',
    colorBorderSecondary: '#2e3641',
  },
  day: {
    colorPrimary: '#2675b3',
    colorText: '#1b232c',
    colorTextPlaceholder: '#55616e',
    colorBorder: '#aab4c0',
    colorBorderSecondary: '#d5dbe3',
  },
} as const
const tables = {
  dark: { headerBg: '#212730', rowHoverBg: '#262d37', rowSelectedBg: '#22354a', rowSelectedHoverBg: '#22354a' },
  day: { headerBg: '#f3f5f8', rowHoverBg: '#eaeff5', rowSelectedBg: '#dbe9f7', rowSelectedHoverBg: '#dbe9f7' },
} as const
/** The page one is on is small text: the primary colour of buttons is too dim for it. */
const pageMark = { dark: '#6cb2ea', day: '#1d5f93' } as const
const sizes = { borderRadius: 4, fontSize: 13, controlHeight: 28, wireframe: false, motionDurationMid: '0.12s' }
export const App = () => {
  const theme = useTheme()
  const lang = useValue(language)
  const t = useWords()
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    document.title = t.app.name
  }, [lang, t])
  useEffect(() => void restore(), [])
  return (
    <ConfigProvider
      locale={lang === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: theme === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
        token: { ...tokens[theme], ...sizes, fontFamily: 'var(--font)' },
        components: { Table: tables[theme], Pagination: { colorPrimary: pageMark[theme] } },
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
  // An officer has a page of their own, wherever they came in; nobody else's console is theirs.
  if (session.is === 'in' && session.user.role === 'officer') return <Phone key={session.user.name} />
  if (session.is === 'in') return <Frame key={session.user.name} />
  if (session.is === 'out')
    return (
      <>
        <StillOn />
        <Login reason={session.reason} />
      </>
    )
  if (session.is === 'unreachable')
    return <Message bad title={session.message} action={{ label: t.failures.retry, run: () => void restore() }} />
  return <Waiting />
}
