import { changePerson, readFamily, readPerson } from '@peyvand/domain/people/contract.ts'
import { readCase } from '@peyvand/domain/cases/contract.ts'
import { readRequest } from '@peyvand/domain/intake/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { useMemo } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { detailsOf } from './person-details.ts'
import type { PersonCardAnswer } from './person-details.ts'
import { PersonForm } from './person-form.tsx'

/** Corrects or completes the card of a person beside the page; unfinished writing is kept. */
export function ChangePersonSheet({ card }: { card: PersonCardAnswer }) {
  const t = useWords()
  return (
    <Sheet
      title={t('people.change.title', { name: fullName(card) })}
      trigger={<Button icon="edit">{t('people.change')}</Button>}
    >
      {(close) => <Changing key={card.version} card={card} onDone={close} />}
    </Sheet>
  )
}

function Changing({ card, onDone }: { card: PersonCardAnswer; onDone: () => void }) {
  const t = useWords()
  const initial = useMemo(() => detailsOf(card), [card])
  const draft = useDraft(`person:${card.id}:${card.version}`, initial)
  const send = useCommand(changePerson, { stale: [readPerson, readFamily, readCase, readRequest] })
  if (!draft.isReady) return <Skeleton lines={8} />
  return (
    <Stack>
      {draft.wasFound && (
        <Note
          icon="edit"
          actions={
            <Row>
              <Button size="small" look="quiet" onPress={() => void draft.discard()}>
                {t('people.draft.startOver')}
              </Button>
            </Row>
          }
        >
          {t('people.draft.found')}
        </Note>
      )}
      <PersonForm
        value={draft.value}
        onChange={draft.change}
        act={t('people.change.save')}
        problem={send.problem}
        isPending={send.isPending}
        onSubmit={(details) =>
          void send
            .run({ params: { personId: card.id }, input: { details, version: card.version } })
            .then(async () => {
              await draft.discard()
              showToast({ message: t('people.change.saved') })
              onDone()
            })
            .catch(() => undefined)
        }
      />
    </Stack>
  )
}
