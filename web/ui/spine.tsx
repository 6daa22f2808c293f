import { Link as AriaLink } from 'react-aria-components/Link'
import { useLocale } from '../platform/locale.tsx'
import { hueOf } from './element.ts'
import type { ElementName } from './element.ts'
import { Mark } from './level.tsx'
import type { ShapeName, ToneName } from './level.tsx'
import styles from './spine.module.css'

export interface SpineNode {
  element: ElementName
  title: string
  href: string
  /** How it stands, as a shape and a word: ▲ due today, ✓ in force. */
  shape: ShapeName
  tone: ToneName
  word: string
  /** The reason in one short line; not shown on the slim line. */
  detail?: string
  isCurrent?: boolean
}

interface SpineProps {
  label: string
  nodes: readonly SpineNode[]
  /** For the pages below the case, where the line is the way between them. */
  slim?: boolean
}

/** The five elements as one line: what is done, what is due, what is late. */
export function Spine({ label, nodes, slim = false }: SpineProps) {
  const { formats } = useLocale()
  return (
    <nav aria-label={label} data-print="whole">
      <ol className={`${styles.spine} ${slim ? styles.slim : styles.full}`}>
        {nodes.map((node, index) => (
          <li
            key={node.element}
            className={node.shape === 'ahead' ? styles.ahead : ''}
            style={{ '--hue': hueOf(node.element) }}
          >
            <AriaLink
              href={node.href}
              className={styles.node ?? ''}
              aria-current={node.isCurrent ? 'step' : undefined}
            >
              <span className={styles.number}>{formats.formatNumber(index + 1)}</span>
              <span className={styles.head}>
                <span className={styles.title}>{node.title}</span>
                <Mark shape={node.shape} tone={node.tone} bare={slim}>
                  {node.word}
                </Mark>
              </span>
              {!slim && node.detail && <span className={styles.detail}>{node.detail}</span>}
            </AriaLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
