import { daysBetween } from '../platform/formats.ts'
import { useFormats } from '../platform/use-formats.ts'
import { useLocale } from '../platform/locale.tsx'
import { useWords } from '../platform/words.tsx'
import { Icon } from './icon.tsx'
import { Code } from './tag.tsx'
import { monthTicks } from './month-ticks.ts'
import styles from './score-chart.module.css'

export interface ScorePoint {
  /** `YYYY-MM-DD`. */
  day: string
  score: number
  meaning?: string
}

export interface ScoreBand {
  /** Lowest score of the band; it ends where the next begins. */
  from: number
  name: string
}

export interface ScoreMarker {
  /** `YYYY-MM-DD`. */
  day: string
  /** What began or happened then: “therapy begins”. */
  text: string
}

interface ScoreChartProps {
  /** What the picture shows, in one sentence, for who cannot see it. */
  label: string
  min?: number
  max: number
  points: readonly ScorePoint[]
  bands: readonly ScoreBand[]
  markers?: readonly ScoreMarker[]
}

const roomForName = 24
/** As many names of months as stand beside one another, اردیبهشت and September among them. */
const mostNames = 5
const width = 364
const height = 226
const plot = { start: 32, end: 286, above: 36, below: 186 }

/** Scores over time with their bands and what was done meanwhile. Time runs left to right in both languages. */
export function ScoreChart({
  label,
  min = 0,
  max,
  points,
  bands,
  markers: given = [],
}: ScoreChartProps) {
  const t = useWords()
  const { today, direction } = useLocale()
  const { formatNumber, formatMonthName, formatDayShort, formatDay, inCalendar } = useFormats()
  const sorted = [...points].sort((a, b) => a.day.localeCompare(b.day))
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return null

  const markers = given.toSorted((a, b) => a.day.localeCompare(b.day))
  const beginning = [first.day, ...markers.map((marker) => marker.day)].sort()[0] ?? first.day
  const span = Math.max(30, daysBetween(beginning, today))
  const xOf = (day: string) =>
    plot.start + 4 + (daysBetween(beginning, day) / span) * (plot.end - plot.start - 14)
  const yOf = (score: number) =>
    plot.below - ((score - min) / (max - min)) * (plot.below - plot.above)
  const line = sorted.map(({ day, score }) => `${round(xOf(day))} ${round(yOf(score))}`).join(' L')
  const ticks = monthTicks(beginning, today, inCalendar)
  const every = Math.ceil(ticks.length / mostNames)
  const months = [beginning, ...ticks]
    .map((day, index, all) => {
      const end = all[index + 1] ?? today
      return { day, middle: (xOf(day) + xOf(end)) / 2, room: xOf(end) - xOf(day) }
    })
    .filter(
      ({ room }, index) =>
        (every === 1 && room >= roomForName) || (every > 1 && index % every === 0),
    )
  const boxes = apart(markers.map(({ day }) => xOf(day)))
  const meaningOf = (score: number) => bands.filter((band) => band.from <= score).at(-1)?.name

  return (
    <figure className={styles.figure} data-print="whole">
      <div dir="ltr">
        <svg
          className={styles.picture}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
        >
          {bands.map((band, index) => {
            const end = bands[index + 1]?.from ?? max
            const middle = (yOf(band.from) + yOf(end)) / 2
            return (
              <g key={band.from}>
                {index % 2 === 1 && (
                  <rect
                    className={styles.band}
                    x={plot.start}
                    y={yOf(end)}
                    width={plot.end - plot.start}
                    height={yOf(band.from) - yOf(end)}
                  />
                )}
                <text className={styles.small} y={middle + 4} direction="ltr">
                  {inLines(band.name).map((line, at, lines) => (
                    <tspan key={line} x={plot.end + 8} dy={at === 0 ? (1 - lines.length) * 6 : 12}>
                      {line}
                    </tspan>
                  ))}
                </text>
                {index > 0 && (
                  <text className={styles.scale} x={plot.start - 6} y={yOf(band.from) + 4}>
                    {formatNumber(band.from)}
                  </text>
                )}
              </g>
            )
          })}
          <path className={styles.axis} d={`M${plot.start} ${plot.below}H${plot.end}`} />
          {ticks.map((day) => (
            <path key={day} className={styles.axis} d={`M${round(xOf(day))} ${plot.below}v5`} />
          ))}
          {months.map(({ day, middle }) => (
            <text key={day} className={styles.month} x={round(middle)} y={206}>
              {formatMonthName(day)}
            </text>
          ))}
          {markers.map((marker, index) => (
            <g key={`${marker.day} ${marker.text}`}>
              <path
                className={styles.marker}
                d={`M${round(xOf(marker.day))} ${plot.below}V40L${round(boxes[index] ?? 0)} 32`}
              />
              <rect
                className={styles.markerBox}
                x={round((boxes[index] ?? 0) - 9)}
                y="14"
                width="18"
                height="18"
                rx="4"
              />
              <text className={styles.markerNumber} x={round(boxes[index] ?? 0)} y="28">
                {formatNumber(index + 1)}
              </text>
            </g>
          ))}
          <path className={styles.line} d={`M${line}`} />
          <path
            className={styles.onward}
            d={`M${round(xOf(last.day))} ${round(yOf(last.score))}H${round(xOf(today))}`}
          />
          {sorted.map((point) => (
            <g key={point.day}>
              <circle
                className={styles.point}
                cx={round(xOf(point.day))}
                cy={round(yOf(point.score))}
                r="5"
              />
              <text
                className={styles.score}
                x={round(xOf(point.day))}
                y={round(yOf(point.score) - 11)}
              >
                {formatNumber(point.score)}
              </text>
            </g>
          ))}
          {daysBetween(last.day, today) > span / 30 && (
            <>
              <path
                className={styles.today}
                d={`M${round(xOf(today))} ${round(yOf(last.score) - 7)}l6.6 12h-13.2z`}
              />
              <text
                className={styles.todayWord}
                x={round(xOf(today)) - 4}
                y={round(yOf(last.score) + 22)}
              >
                {t('ui.today')}
              </text>
            </>
          )}
        </svg>
      </div>
      {markers.length > 0 && (
        <ol className={styles.markers} dir={direction}>
          {markers.map((marker, index) => (
            <li key={`${marker.day} ${marker.text}`}>
              <Code>{formatNumber(index + 1)}</Code>
              <span>
                {t('ui.chart.marker', { text: marker.text, day: formatDayShort(marker.day) })}
              </span>
            </li>
          ))}
        </ol>
      )}
      <details className={styles.table}>
        <summary>
          {t('ui.chart.asTable')}
          <Icon name="down" size="small" />
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ui.chart.date')}</th>
              <th scope="col">{t('ui.chart.score')}</th>
              <th scope="col">{t('ui.chart.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((point) => (
              <tr key={point.day}>
                <th scope="row">{formatDay(point.day)}</th>
                <td className="num">{formatNumber(point.score)}</td>
                <td>{point.meaning ?? meaningOf(point.score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

const roomForBox = 21

/** Places for the numbers of the markers, in order of days, none upon another. */
function apart(days: readonly number[]): number[] {
  const places: number[] = []
  for (const x of days)
    places.push(Math.max(x, (places.at(-1) ?? 0) + (places.length > 0 ? roomForBox : 0)))
  for (let index = places.length - 1, most = plot.end; index >= 0; index--, most -= roomForBox) {
    places[index] = Math.min(places[index] ?? most, most)
  }
  return places
}

const roomForLetters = 13

/** A name longer than its place stands in two lines, parted at the word nearest its middle. */
function inLines(name: string): string[] {
  if (name.length <= roomForLetters) return [name]
  const middle = name.length / 2
  const parts = [...name.matchAll(/ /g)].map(({ index }) => index)
  const at = parts.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)]
}
