import type { ReactNode } from 'react'
import { hueOf } from './element.ts'
import type { ElementName } from './element.ts'
import styles from './need-life.module.css'

/**
 * How a station stands: reached (filled), open (a ring: reached but going on), unanswered (a dashed
 * ring), waiting (a dotted ring: not there yet), silent (a diamond: no answer comes).
 */
export type StationLook = 'reached' | 'open' | 'unanswered' | 'waiting' | 'silent'

export interface Station {
  look: StationLook
  /** Whether something follows it: a solid line, else dotted. */
  leadsOn: boolean
  title?: ReactNode
  detail?: ReactNode
}

/** Need, goal, referral, outcome. */
export type Stations = readonly [Station, Station, Station, Station]

const stationElements: readonly ElementName[] = ['assessment', 'plan', 'linking', 'review']

interface NeedLifeProps {
  /** Names of the four stations, said to screen readers on every line. */
  headings: readonly [string, string, string, string]
  lives: readonly { key: string; stations: Stations }[]
}

/** Each need on its own line, from where it was found to what came of it. */
export function NeedLives({ headings, lives }: NeedLifeProps) {
  return (
    <div>
      <div className={styles.headings} aria-hidden="true">
        {headings.map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
      <ul>
        {lives.map(({ key, stations }) => (
          <NeedLife key={key} headings={headings} stations={stations} />
        ))}
      </ul>
    </div>
  )
}

function NeedLife({
  headings,
  stations,
}: {
  headings: NeedLifeProps['headings']
  stations: Stations
}) {
  return (
    <li className={styles.life} data-print="whole">
      {stations.map((station, index) => (
        <div
          key={headings[index]}
          className={`${styles.station} ${styles[station.look]} ${station.leadsOn ? '' : styles.stops}`}
          style={{ '--hue': hueOf(stationElements[index] ?? 'review') }}
        >
          {station.title !== undefined && (
            <div className={index === 0 ? styles.need : ''}>
              <span className={styles.spoken}>{headings[index]}: </span>
              {station.title}
            </div>
          )}
          {station.detail !== undefined && <div className={styles.detail}>{station.detail}</div>}
        </div>
      ))}
    </li>
  )
}
