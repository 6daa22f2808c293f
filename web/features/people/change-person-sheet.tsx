import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readRequest } from '@peyvand/domain/intake/contract.ts'
import {
  changePerson,
  personCard,
  readFamily,
  readPerson,
} from '@peyvand/domain/people/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import type { PersonInput } from '@peyvand/domain/people/person.ts'
import { useMemo } from 'react'
import { Refused } from '../../platform/api-problem.ts'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { detailsOf, withoutEmptyLines } from './person-details.ts'
import type { PersonCardAnswer, PersonDetails } from './person-details.ts'
import { PersonForm } from './person-form.tsx'
import { PersonReading } from './person-reading.tsx'

/** Corrects or completes the card of a person beside the page; unfinished writing is kept. */
export function ChangePersonSheet({ card }: { card: PersonCardAnswer }) {
  const t = useWords()
  return (
    <Sheet
      title={t('people.change.title', { name: fullName(card) })}
      trigger={<Button icon="edit">{t('people.change')}</Button>}
    >
      {(close) => <Changing card={card} onDone={close} />}
    </Sheet>
  )
}

interface Writing {
  /** The state of the card that the writer saw. */
  seen: number
  details: PersonDetails
}

function Changing({ card, onDone }: { card: PersonCardAnswer; onDone: () => void }) {
  const t = useWords()
  const initial = useMemo<Writing>(() => ({ seen: card.version, details: detailsOf(card) }), [card])
  const draft = useDraft(`person:${card.id}`, initial)
  const send = useCommand(changePerson, { stale: [readPerson, readFamily, readCase, readRequest] })
  if (!draft.isReady) return <Skeleton lines={8} />
  const { seen, details } = draft.value
  const keep = (kept: PersonInput, version: number) =>
    void send
      .run({ params: { personId: card.id }, input: { details: kept, version } })
      .then(async () => {
        await draft.discard()
        showToast({ message: t('people.change.saved') })
        onDone()
      })
      .catch(() => undefined)
  const theirs = currentOf(send.problem)
  return (
    <Stack>
      {draft.wasFound && (
        <Note
          icon="edit"
          tone={seen === card.version ? 'plain' : 'watch'}
          actions={
            <Row>
              <Button size="small" look="quiet" onPress={() => void draft.discard()}>
                {t('people.draft.startOver')}
              </Button>
            </Row>
          }
        >
          {seen === card.version ? t('people.draft.found') : t('people.draft.changedSince')}
        </Note>
      )}
      {theirs && (
        <Section title={t('people.change.theirs')} level={3}>
          <Stack gap="small">
            <PersonReading card={theirs} />
            <Row>
              <Button
                isPending={send.isPending}
                onPress={() => keep(withoutEmptyLines(details), theirs.version)}
              >
                {t('people.change.keepMine')}
              </Button>
              <Button
                look="quiet"
                onPress={() => draft.change({ seen: theirs.version, details: detailsOf(theirs) })}
              >
                {t('people.change.takeTheirs')}
              </Button>
            </Row>
          </Stack>
        </Section>
      )}
      <PersonForm
        value={details}
        onChange={(next) => draft.change({ seen, details: next })}
        act={t('people.change.save')}
        problem={send.problem}
        isPending={send.isPending}
        onSubmit={(kept) => keep(kept, seen)}
      />
    </Stack>
  )
}

/** What a colleague wrote in the meantime, when that is why the change was refused. */
function currentOf(problem: unknown): PersonCardAnswer | undefined {
  if (!(problem instanceof Refused) || problem.code !== 'stale_version') return undefined
  return personCard.safeParse(problem.facts.current).data
}
