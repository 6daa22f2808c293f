import { listLikelySame, readSameAs, unlinkSame } from '@peyvand/domain/people/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { fullName } from '@peyvand/domain/people/person.ts'
import { useState } from 'react'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ComparedPeople } from './compared-people.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Same = AnswerOf<typeof readSameAs>['same'][number]

/** Under which other rows this person is registered too; nothing when there is none that I see. */
export function AlsoRegistered({ personId }: { personId: string }) {
  const t = useWords()
  const { data } = useEndpoint(readSameAs, { params: { personId } })
  if (!data || data.same.length === 0) return null
  return (
    <Section title={t('people.same.also')}>
      <Stack>
        {data.same.map((same) => (
          <OneRow key={same.linkId + same.person.id} same={same} />
        ))}
      </Stack>
    </Section>
  )
}

function OneRow({ same }: { same: Same }) {
  const t = useWords()
  const { formatDay, dayOfInstant } = useFormats()
  const undo = useCommand(unlinkSame, { stale: [readSameAs, listLikelySame] })
  const [isOpen, setOpen] = useState(false)
  return (
    <Stack gap="small">
      <ComparedPeople people={[same.person]} />
      <Small>
        {t('people.same.said', {
          who: same.saidBy,
          day: formatDay(dayOfInstant(same.saidAt)),
          reason: same.reason,
        })}
      </Small>
      {same.isDirect && (
        <Row>
          <Button look="quiet" icon="undo" onPress={() => setOpen(true)}>
            {t('people.same.unlink')}
          </Button>
        </Row>
      )}
      <ReasonDialog
        title={t('people.same.unlinkTitle', { name: fullName(same.person) })}
        note={t('people.same.unlinkNote')}
        act={t('people.same.unlink')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        isPending={undo.isPending}
        problem={undo.problem}
        onSubmit={async (reason) => {
          await undo.run({
            params: { linkId: same.linkId },
            input: { reason, version: same.version },
          })
          showToast({ message: t('people.same.unlinkDone') })
        }}
      />
    </Stack>
  )
}
