/** How pressing something is; on screen always with its word and its shape, never as a bare colour. */
export const levels = ['normal', 'watch', 'urgent', 'crisis'] as const
export type Level = (typeof levels)[number]

/** The more pressing of two levels. */
export function worseLevel(one: Level, other: Level): Level {
  return levels.indexOf(one) >= levels.indexOf(other) ? one : other
}

/** The five elements of case management, in their order. */
export const elements = ['assessment', 'plan', 'linking', 'monitoring', 'review'] as const
export type Element = (typeof elements)[number]
