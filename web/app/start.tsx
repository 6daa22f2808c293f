import type { Messages } from '@lingui/core'
import { readSetUp } from '@peyvand/domain/access/contract.ts'
import { readMe } from '@peyvand/domain/agency/contract.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SignedOut } from '../platform/api-problem.ts'
import { read } from '../platform/api.ts'
import { theDraftKey } from '../platform/drafts.ts'
import { LocaleProvider, dressPage } from '../platform/locale.tsx'
import { MeProvider } from '../platform/me.tsx'
import type { Me } from '../platform/me.tsx'
import { makeQueryClient } from '../platform/query.ts'
import { keepSettings, recallSettings } from '../platform/settings.ts'
import type { Settings } from '../platform/settings.ts'
import { WordsProvider, loadFirstWords, speak } from '../platform/words.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/layout.tsx'
import { makeRouter } from './router.tsx'

interface Beginning {
  me: Me | undefined
  needsSetUp: boolean
  problem: unknown
}

/** Finds out who reads and in which language, then draws the first page. */
export async function start(place: Element): Promise<void> {
  const recalled = recallSettings()
  dressPage(recalled)
  const expected = loadFirstWords(recalled.language)
  const { me, needsSetUp, problem } = await begin()
  const settings = me?.settings ?? recalled
  keepSettings(settings)
  const messages =
    settings.language === recalled.language
      ? await expected
      : await loadFirstWords(settings.language)
  await prepare(settings, messages)

  const zone = me?.agency.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const client = makeQueryClient()
  if (me) {
    client.setQueryData([readMe.path, {}, {}], me)
    void theDraftKey().catch(() => undefined)
  }
  const router = makeRouter({ me, needsSetUp })
  const pages = <RouterProvider router={router} />
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LocaleProvider settings={settings} timeZone={zone}>
          <WordsProvider>
            {problem ? (
              <Page>
                <ErrorState problem={problem} onRetry={() => location.reload()} />
              </Page>
            ) : me ? (
              <MeProvider first={me}>{pages}</MeProvider>
            ) : (
              pages
            )}
          </WordsProvider>
        </LocaleProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

async function begin(): Promise<Beginning> {
  try {
    return { me: await read(readMe, {}), needsSetUp: false, problem: undefined }
  } catch (error) {
    if (!(error instanceof SignedOut)) return { me: undefined, needsSetUp: false, problem: error }
  }
  try {
    const { needed } = await read(readSetUp, {})
    return { me: undefined, needsSetUp: needed, problem: undefined }
  } catch (error) {
    return { me: undefined, needsSetUp: false, problem: error }
  }
}

async function prepare(settings: Settings, messages: Messages) {
  speak(messages, settings)
  dressPage(settings)
  if (settings.language === 'fa') {
    const { teachReactAria } = await import('../platform/react-aria-fa.ts')
    teachReactAria()
  }
}
