import { mayPrint } from '@peyvand/domain/cases/wall.ts'
import type { searchMyFiles } from '@peyvand/domain/finding/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Card } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { Marked } from '../../ui/marked.tsx'
import { WallMark } from '../cases/wall-mark.tsx'
import styles from './hit-list.module.css'

type Hit = AnswerOf<typeof searchMyFiles>['hits'][number]

/** Where the words stand, each with the way to the place. */
export function HitList({ hits, inOneCase }: { hits: readonly Hit[]; inOneCase: boolean }) {
  const t = useWords()
  const { formatDay, dayOfInstant, withDigits } = useFormats()
  return (
    <Stack gap="small">
      {hits.map((hit) => (
        <Card
          key={`${hit.kind}${hit.recordId}`}
          element="article"
          screenOnly={!mayPrint(hit.onlyFor?.id ?? null, null)}
        >
          <Stack gap="tight">
            {hit.onlyFor && (
              <Row>
                <WallMark onlyFor={hit.onlyFor} />
              </Row>
            )}
            <b>
              <Link href={hrefOf(hit)} look="plain">
                {inOneCase
                  ? t(`finding.kind.${hit.kind}`)
                  : t('finding.kindOf', {
                      kind: t(`finding.kind.${hit.kind}`),
                      name: `${hit.case.client.givenName} ${hit.case.client.familyName}`.trim(),
                    })}
              </Link>
            </b>
            <p className={styles.words} dir="auto">
              <Marked pieces={hit.pieces} />
            </p>
            <Facts
              facts={[
                formatDay(dayOfInstant(hit.at)),
                !inOneCase && (
                  <bdi key="number" dir="ltr">
                    {withDigits(hit.case.number)}
                  </bdi>
                ),
              ]}
            />
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

function hrefOf({ kind, recordId, case: { id } }: Hit): string {
  const places = {
    note: '/monitoring',
    contact: '/monitoring',
    plan: '/plan',
    goal: '/plan',
    action: '/plan',
    need: `/needs/${recordId}`,
    document: '/documents',
  }
  return `/cases/${id}${places[kind]}`
}
