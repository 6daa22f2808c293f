import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useWords } from '../platform/words.tsx'
import type { Column } from './data-table.tsx'
import { ErrorState } from './error-state.tsx'
import { Link } from './link.tsx'
import styles from './paged-list.module.css'
import { Skeleton } from './skeleton.tsx'

export interface ListColumn<T> extends Omit<Column<T>, 'compare' | 'width'> {
  /** A track of a grid: `minmax(0, 2fr)`, `8rem`. */
  width?: string
}

interface PagedListProps<T> {
  label: string
  columns: readonly ListColumn<T>[]
  /** What has been fetched so far, in the server's order. */
  rows: readonly T[]
  rowKey: (row: T) => string
  /** The page a row opens; its head cell is the link. */
  rowHref: (row: T) => string
  hasMore: boolean
  isLoading: boolean
  onMore: () => void
  problem?: unknown
  onRetry?: () => void
  empty: ReactNode
}

const usualHeight = 56

/**
 * A list of any length: fetched page by page, and only what is in sight is drawn. Arrow keys move,
 * Home and End go to the ends of what is fetched, Enter opens.
 */
export function PagedList<T>({
  label,
  columns,
  rows,
  rowKey,
  rowHref,
  hasMore,
  isLoading,
  onMore,
  problem,
  onRetry,
  empty,
}: PagedListProps<T>) {
  const t = useWords()
  const ref = useRef<HTMLDivElement>(null)
  const [offset, setOffset] = useState(0)
  const [active, setActive] = useState(0)
  const wanted = useRef(false)
  useLayoutEffect(() => {
    const element = ref.current
    if (element) setOffset(element.getBoundingClientRect().top + window.scrollY)
  }, [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: 12,
    scrollMargin: offset,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
  })
  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoading && problem == null && lastSeen >= rows.length - 15) onMore()
  }, [hasMore, isLoading, problem, lastSeen, rows.length, onMore])
  useEffect(() => {
    if (!wanted.current) return
    const row = ref.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (row) {
      row.focus({ preventScroll: true })
      wanted.current = false
    }
  })

  if (rows.length === 0) {
    if (problem != null) return <ErrorState problem={problem} {...(onRetry ? { onRetry } : {})} />
    return isLoading ? <Skeleton lines={8} /> : <>{empty}</>
  }

  const go = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    wanted.current = true
    setActive(to)
    virtual.scrollToIndex(to, { align: 'auto' })
  }
  const open = (row: Element) => row.querySelector<HTMLElement>('a')?.click()
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(window.innerHeight / usualHeight) - 2)
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      go(to)
    }
  }
  const tracks = columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ')
  return (
    <div style={{ '--tracks': tracks }}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-colcount={columns.length}
        className={styles.grid}
        onKeyDown={onKeyDown}
        tabIndex={-1}
      >
        <div role="row" aria-rowindex={1} className={styles.head}>
          {columns.map((column) => (
            <div
              key={column.key}
              role="columnheader"
              className={column.wideOnly ? styles.wideOnly : ''}
            >
              {column.title}
            </div>
          ))}
        </div>
        <div
          ref={ref}
          role="rowgroup"
          className={styles.body}
          style={{ blockSize: virtual.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                data-index={item.index}
                ref={virtual.measureElement}
                tabIndex={item.index === active ? 0 : -1}
                className={styles.row}
                style={{ translate: `0 ${item.start - offset}px` }}
                onFocus={() => setActive(item.index)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && event.target === event.currentTarget) {
                    event.preventDefault()
                    open(event.currentTarget)
                  }
                }}
                onClick={(event) => {
                  const inside =
                    event.target instanceof Element && event.target.closest('a, button')
                  if (!inside) open(event.currentTarget)
                }}
              >
                {columns.map((column) => (
                  <div
                    key={column.key}
                    role={column.isHead ? 'rowheader' : 'gridcell'}
                    className={`${column.isHead ? styles.rowHead : ''} ${column.wideOnly ? styles.wideOnly : ''} ${column.align === 'end' ? styles.end : ''}`}
                  >
                    {column.isHead ? (
                      <Link href={rowHref(row)} look="plain">
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      <p className={styles.foot} role="status">
        {isLoading ? t('ui.loadingMore') : hasMore ? '' : t('ui.allShown', { count: rows.length })}
      </p>
      {problem != null && <ErrorState problem={problem} {...(onRetry ? { onRetry } : {})} />}
    </div>
  )
}
