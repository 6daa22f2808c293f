import { useState } from 'react'
import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { Icon } from './icon.tsx'
import { useScrollsSideways } from './use-scrolls-sideways.ts'

export interface Column<T> {
  key: string
  title: string
  cell: (row: T) => ReactNode
  /** Makes the column sortable; from small to large. */
  compare?: (a: T, b: T) => number
  /** The cell that names the row. */
  isHead?: boolean
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  /** A CSS width: `12rem`, `30%`. */
  width?: string
  /** Left out on phones. */
  wideOnly?: boolean
  /** Left out on paper: what one can do with the row. */
  screenOnly?: boolean
}

interface DataTableProps<T> {
  label: string
  columns: readonly Column<T>[]
  /** At most about 500; longer lists are a `PagedList`. */
  rows: readonly T[]
  rowKey: (row: T) => string
  /** Rows left out on paper. */
  isScreenOnly?: (row: T) => boolean
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode
  /** The order it begins with, where that is not the given one. */
  sortedBy?: { key: string; direction: 'ascending' | 'descending' }
}

/** A table one can read, sort and print; its head stays in sight. */
export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  isScreenOnly,
  empty,
  sortedBy,
}: DataTableProps<T>) {
  const [order, setOrder] = useState(sortedBy)
  const [scrolls, frame] = useScrollsSideways()
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const compare = columns.find((column) => column.key === order?.key)?.compare
  const sorted = compare
    ? rows.toSorted((a, b) => (order?.direction === 'descending' ? compare(b, a) : compare(a, b)))
    : rows
  return (
    <div
      ref={frame}
      className={styles.frame}
      {...(scrolls ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cellClass(column)}
                data-print={column.screenOnly ? 'never' : undefined}
                style={column.width ? { inlineSize: column.width } : undefined}
                aria-sort={order?.key === column.key ? order.direction : undefined}
              >
                {column.compare ? (
                  <button
                    type="button"
                    data-print="always"
                    className={styles.sort}
                    onClick={() =>
                      setOrder({
                        key: column.key,
                        direction:
                          order?.key === column.key && order.direction === 'ascending'
                            ? 'descending'
                            : 'ascending',
                      })
                    }
                  >
                    {column.title}
                    <Icon
                      size="small"
                      name={
                        order?.key !== column.key
                          ? 'updown'
                          : order.direction === 'ascending'
                            ? 'up'
                            : 'down'
                      }
                    />
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} data-print={isScreenOnly?.(row) ? 'never' : undefined}>
              {columns.map((column) =>
                column.isHead ? (
                  <th key={column.key} scope="row" className={cellClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={cellClass(column)}
                    data-print={column.screenOnly ? 'never' : undefined}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellClass<T>({ align, wideOnly }: Column<T>): string {
  return `${align === 'end' ? `${styles.end} num` : ''} ${wideOnly ? styles.wideOnly : ''}`
}
