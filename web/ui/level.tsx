import type { ReactNode } from 'react'
import styles from './level.module.css'

/** How pressing something is: ● normal, ▲ watch, ◆ urgent, ■ crisis. */
export type LevelName = 'normal' | 'watch' | 'urgent' | 'crisis'

/** How far something has come: ✓ done, ◐ under way, ○ ahead, ✕ refused. */
export type StateName = 'done' | 'underway' | 'ahead' | 'refused'

export type ToneName = LevelName | 'accent' | 'plain'

export type ShapeName = LevelName | StateName

const filled: Record<LevelName, string> = {
  normal: 'M11 6A5 5 0 1 1 1 6a5 5 0 0 1 10 0z',
  watch: 'M6 .8 11.6 11H.4z',
  urgent: 'M6 .2 11.8 6 6 11.8.2 6z',
  crisis: 'M1 1h10v10H1z',
}

export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className={styles.shape} viewBox="0 0 12 12" aria-hidden="true">
      {name === 'done' ? (
        <path className={styles.drawn} d="M1 6.4 4.6 10 11 2.6" />
      ) : name === 'refused' ? (
        <path className={styles.drawn} d="M2 2l8 8M10 2l-8 8" />
      ) : name === 'ahead' ? (
        <circle className={styles.ring} cx="6" cy="6" r="4.6" />
      ) : name === 'underway' ? (
        <>
          <circle className={styles.ring} cx="6" cy="6" r="4.8" />
          <path d="M6 1.2a4.8 4.8 0 0 1 0 9.6z" />
        </>
      ) : (
        <path d={filled[name]} />
      )}
    </svg>
  )
}

interface LevelProps {
  level: LevelName
  /** The word is never left out. */
  children: ReactNode
  /** Without its ground, for dense rows. */
  bare?: boolean
  size?: 'normal' | 'large'
}

/** A level: its shape, its colour and its word. */
export function Level({ level, children, bare = false, size = 'normal' }: LevelProps) {
  return (
    <Mark shape={level} tone={level} bare={bare} size={size}>
      {children}
    </Mark>
  )
}

interface MarkProps {
  shape: ShapeName
  tone: ToneName
  children: ReactNode
  bare?: boolean
  size?: 'normal' | 'large'
}

/** A shape and a word in any tone; `Level` and `StateMark` are the usual ones. */
export function Mark({ shape, tone, children, bare = false, size = 'normal' }: MarkProps) {
  const className = [
    styles.mark,
    styles[tone],
    bare ? styles.bare : '',
    size === 'large' ? styles.large : '',
  ].join(' ')
  return (
    <span className={className}>
      <Shape name={shape} />
      <span>{children}</span>
    </span>
  )
}
