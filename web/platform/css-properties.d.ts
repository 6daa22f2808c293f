import 'react'

declare module 'react' {
  /** Values handed to style sheets, such as the hue of an element. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
