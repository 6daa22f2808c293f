import { readTimeline } from '@peyvand/domain/cases/contract.ts'
import { elements } from '@peyvand/domain/cases/levels.ts'
import { mayPrint, peopleWithWalls } from '@peyvand/domain/cases/wall.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useState } from 'react'
import { useEndpoint } from '../../platform/query.ts'
import { useParam } from '../../platform/route.ts'
import { useSearchWord } from '../../platform/route.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { CaseFrame } from './case-frame.tsx'
import type { CaseFile } from './case-frame.tsx'
import { useEventWords } from './event-words.tsx'
import { peopleOf } from './people-of.ts'
import { PrintForButton, usePrintFor } from './print-for.tsx'
import { WallMark } from './wall-mark.tsx'

type Event = AnswerOf<typeof readTimeline>['events'][number]

const everything = 'all'

/** Everything that happened in the case, newest first; one element at a time if wanted. */
export function TimelineScreen() {
  const t = useWords()
  const caseId = useParam('caseId')
  const [chosen, choose] = useSearchWord('element')
  const element = elements.find((one) => one === chosen)
  return (
    <CaseFrame current="timeline" title={t('cases.tab.timeline')} saysTitle>
      {(file) => (
        <Stack>
          <Row>
            <Select
              label={t('cases.timeline.element')}
              options={[
                { value: everything, label: t('cases.timeline.all') },
                ...elements.map((value) => ({ value, label: t(`cases.element.${value}`) })),
              ]}
              value={element ?? everything}
              onChange={(value) => choose(value === everything ? undefined : value)}
            />
          </Row>
          <Events key={element ?? everything} file={file} caseId={caseId} element={element} />
        </Stack>
      )}
    </CaseFrame>
  )
}

interface EventsProps {
  file: CaseFile
  caseId: string
  element: (typeof elements)[number] | undefined
}

function Events({ file, caseId, element }: EventsProps) {
  const t = useWords()
  const eventWords = useEventWords()
  const { printedFor, setPrintedFor } = usePrintFor()
  const people = peopleWithWalls(peopleOf(file))
  const [earlier, setEarlier] = useState<readonly Event[]>([])
  const from = earlier.at(-1)
  const page = useEndpoint(readTimeline, {
    params: { caseId },
    query: {
      ...(element ? { element } : {}),
      ...(from ? { beforeAt: from.at, beforeId: from.id } : {}),
    },
  })
  const events = [...earlier, ...(page.data?.events ?? [])]
  if (page.error) return <ErrorState problem={page.error} onRetry={() => void page.refetch()} />
  if (page.isPending && events.length === 0) return <Skeleton lines={8} />
  if (events.length === 0) return <EmptyState icon="clock" title={t('cases.timeline.empty')} />
  return (
    <Stack>
      <Row>
        <PrintForButton people={people} onChoose={setPrintedFor} />
      </Row>
      <Timeline
        label={t('cases.tab.timeline')}
        entries={events.map((event) => ({
          key: `${event.kind} ${event.id} ${event.at}`,
          at: event.at,
          ...eventWords(event),
          ...(event.element ? { element: event.element } : {}),
          screenOnly: !mayPrint(onlyForOf(event), printedFor),
          aside: (
            <>
              <WallMark onlyFor={peopleOf(file).find(({ id }) => id === onlyForOf(event))} />{' '}
              <bdi>{event.byName}</bdi>
            </>
          ),
        }))}
      />
      {page.data?.more && (
        <Row>
          <Button isPending={page.isFetching} onPress={() => setEarlier(events)}>
            {t('cases.timeline.earlier')}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

/** Whose alone a note or a document is; nobody's, of everything else that happens. */
function onlyForOf({ facts }: Event): string | null {
  const { onlyFor } = facts as { onlyFor?: string | null }
  return onlyFor ?? null
}
