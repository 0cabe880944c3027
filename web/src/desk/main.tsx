import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { WordsProvider } from '../parts/words-provider'
import { antdTheme } from '../theme/antd'
import '../theme/base.css'
import '../theme/desk.css'
import '../theme/states.css'
import '../theme/desk-screens.css'
import '../theme/desk-agreements.css'
import '../theme/desk-care.css'
import '../theme/desk-integrity.css'
import '../theme/desk-loop.css'
import '../theme/desk-indicators.css'
import '../theme/desk-booking.css'
import '../theme/desk-billing.css'
import '../theme/desk-network.css'
import '../theme/desk-ledger.css'
import '../theme/desk-queue.css'
import '../theme/desk-people.css'
import '../theme/desk-coverage.css'
import '../theme/triage.css'
import { applyTokens } from '../theme/css'
import { showPreferences, usePreferences } from '../wire/preferences'
import { createQueryClient } from '../wire/query'
import { createDeskRouter } from './routes'

applyTokens()
showPreferences()
const queryClient = createQueryClient()
const router = createDeskRouter(queryClient)

function Desk() {
  const { mode, language } = usePreferences()
  return (
    <ConfigProvider theme={antdTheme(mode)} locale={language === 'zh' ? zhCN : enUS}>
      <WordsProvider>
        <RouterProvider router={router} />
      </WordsProvider>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <Desk />
  </QueryClientProvider>,
)
