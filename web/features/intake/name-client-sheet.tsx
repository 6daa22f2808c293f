import { nameClient } from '@peyvand/domain/intake/contract.ts'
import type { PersonInput } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '../../platform/drafts.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { LookUp } from '../people/look-up.tsx'
import { nothingTyped } from '../people/look-up-typed.ts'
import type { LookUpTyped } from '../people/look-up-typed.ts'
import type { PersonDetails } from '../people/person-details.ts'
import { PersonForm } from '../people/person-form.tsx'
import { startFromTyped } from '../people/start-from-typed.ts'
import { useRequestCommand } from './request-file.ts'
import type { RequestFile } from './request-file.ts'

/** Says whom the request is about, when nobody was named at first. */
export function NameClientSheet({ request }: { request: RequestFile }) {
  const t = useWords()
  return (
    <Sheet
      title={t('intake.nameClient.title')}
      trigger={<Button size="small">{t('intake.nameClient')}</Button>}
    >
      {(close) => <Naming requestId={request.id} onDone={close} />}
    </Sheet>
  )
}

interface Writing {
  personId: string
  typed: LookUpTyped
  details: PersonDetails | null
}

function Naming({ requestId, onDone }: { requestId: string; onDone: () => void }) {
  const t = useWords()
  const name = useRequestCommand(nameClient)
  const [initial] = useState<Writing>(() => ({
    personId: newId(),
    typed: nothingTyped,
    details: null,
  }))
  const draft = useDraft<Writing>(`request:${requestId}:client`, initial)
  if (!draft.isReady) return <Skeleton lines={6} />
  const { personId, typed, details } = draft.value
  const change = (part: Partial<Writing>) => draft.change({ ...draft.value, ...part })
  const send = async (
    about:
      | { kind: 'known'; personId: string }
      | { kind: 'new'; person: { id: string; details: PersonInput } },
  ) => {
    await name.run({ params: { requestId }, input: { about } })
    await draft.discard()
    onDone()
  }
  if (details) {
    return (
      <PersonForm
        value={details}
        onChange={(next) => change({ details: next })}
        onSubmit={(person) =>
          void send({ kind: 'new', person: { id: personId, details: person } }).catch(
            () => undefined,
          )
        }
        act={t('people.add.register')}
        problem={name.problem}
        isPending={name.isPending}
        otherWays={
          <Button look="quiet" onPress={() => change({ details: null })}>
            {t('people.add.lookAgain')}
          </Button>
        }
      />
    )
  }
  return (
    <Stack>
      {name.problem !== null && <FormErrors problem={name.problem} />}
      <LookUp
        typed={typed}
        onType={(next) => change({ typed: next })}
        onNew={() => change({ details: startFromTyped(typed) })}
        onChoose={(found) =>
          void send({ kind: 'known', personId: found.personId }).catch(() => undefined)
        }
      />
    </Stack>
  )
}
