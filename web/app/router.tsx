import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router'
import type { AnyRoute } from '@tanstack/react-router'
import type { Me } from '../platform/me.tsx'
import { loadOtherWords } from '../platform/words.tsx'
import { BareFrame } from './bare-frame.tsx'
import { ErrorPage } from './error-page.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from '../ui/not-found-page.tsx'
import { Root } from './root.tsx'
import { openScreens, screens } from './routes.tsx'
import type { Screen } from './routes.tsx'

export interface RouterContext {
  me: Me | undefined
  /** Nobody has set this installation up yet. */
  needsSetUp: boolean
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Root,
  // Today speaks with the words that came first; any other page waits for the rest.
  beforeLoad: ({ location }) => (location.pathname === '/' ? undefined : loadOtherWords()),
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  beforeLoad: ({ context, location }) => {
    if (context.me) return
    if (context.needsSetUp) throw redirect({ href: '/set-up' })
    const wanted = location.href === '/' ? '' : `?then=${encodeURIComponent(location.href)}`
    throw redirect({ href: `/sign-in${wanted}` })
  },
})

/** Any other address; who is not signed in learns nothing from it. */
const elsewhere = createRoute({
  getParentRoute: () => framed,
  path: '$',
  component: NotFoundPage,
})

const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: BareFrame })

function routesOf(parent: AnyRoute, entries: readonly Screen[]): AnyRoute[] {
  return entries.map((entry) => {
    const route: AnyRoute = createRoute({
      getParentRoute: () => parent,
      path: entry.path,
      component: entry.screen,
    })
    return entry.children ? route.addChildren(routesOf(route, entry.children)) : route
  })
}

export function makeRouter(context: RouterContext) {
  return createRouter({
    context,
    routeTree: root.addChildren([
      framed.addChildren([...routesOf(framed, screens), elsewhere]),
      bare.addChildren(routesOf(bare, openScreens)),
    ]),
    // What stands after `?` is plain words, never data to be read back.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const words = new URLSearchParams()
      for (const [name, value] of Object.entries(search)) {
        if (typeof value === 'string' && value !== '') words.set(name, value)
      }
      return words.size > 0 ? `?${words}` : ''
    },
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    scrollRestoration: true,
  })
}
