import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { WordsProvider } from '../parts/words-provider'
import '../theme/base.css'
import '../theme/pocket.css'
import '../theme/states.css'
import '../theme/pocket-screens.css'
import '../theme/triage.css'
import { applyTokens } from '../theme/css'
import { showPreferences } from '../wire/preferences'
import { createQueryClient } from '../wire/query'
import { createPocketRouter } from './routes'

applyTokens()
showPreferences()
const queryClient = createQueryClient()
const router = createPocketRouter(queryClient)

createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <WordsProvider>
      <RouterProvider router={router} />
    </WordsProvider>
  </QueryClientProvider>,
)
