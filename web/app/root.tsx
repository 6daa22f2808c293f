import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { RouterProvider } from 'react-aria-components'
import { useCurrentPlace } from '../platform/place.ts'
import { useWords } from '../platform/words.tsx'

/** Above every page: links of ours go without a reload, and the window bears the page's name. */
export function Root() {
  const router = useRouter()
  const t = useWords()
  const { title } = useCurrentPlace()
  useEffect(() => {
    document.title = title ? t('app.windowTitle', { title }) : t('app.name')
  }, [t, title])
  return (
    <RouterProvider navigate={(href) => void router.navigate({ href })}>
      <Outlet />
    </RouterProvider>
  )
}
