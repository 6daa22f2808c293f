import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'

/** A `$name` part of the address of this page. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`this page has no $${name} in its address`)
  return value
}

/** One word of the address after `?`, and how to change it without leaving the page. */
export function useSearchWord(
  name: string,
): [value: string | undefined, change: (value: string | undefined) => void] {
  const { search } = useLocation()
  const navigate = useNavigate()
  const value = (search as Record<string, string | undefined>)[name]
  const change = useCallback(
    (next: string | undefined) => {
      void navigate({
        to: '.',
        search: (old: Record<string, string | undefined>) => ({
          ...old,
          [name]: next || undefined,
        }),
        replace: true,
      })
    },
    [navigate, name],
  )
  return [value, change]
}

/** Goes to another page of ours. */
export function useGo(): (href: string, how?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return useCallback(
    (href, how) => void navigate({ href, replace: how?.replace ?? false }),
    [navigate],
  )
}

/** The path of this page, without what stands after `?`. */
export function usePath(): string {
  return useLocation().pathname
}
