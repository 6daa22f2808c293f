import { changeRelationshipQuality, judgeRelationship } from '@peyvand/domain/people/contract.ts'
import { relationshipQualities } from '@peyvand/domain/people/tie.ts'
import type { RelationshipQuality } from '@peyvand/domain/people/tie.ts'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { presentQuality } from './family-rows.ts'
import type { Family, Relationship } from './family-rows.ts'
import { PeriodFields } from './period-fields.tsx'
import { useFamilyCommand } from './use-family-command.ts'

interface QualityDialogProps {
  caseId: string
  family: Family
  relationship: Relationship
  onClose: () => void
}

/** How a relationship is felt, as this case heard it. */
export function QualityDialog({ caseId, family, relationship, onClose }: QualityDialogProps) {
  const t = useWords()
  const judge = useFamilyCommand(judgeRelationship)
  const correct = useFamilyCommand(changeRelationshipQuality)
  const present = presentQuality(family, relationship.id)
  const [id] = useState(() => present?.id ?? newId())
  const [quality, setQuality] = useState<RelationshipQuality | null>(present?.quality ?? null)
  const [period, setPeriod] = useState({
    since: present?.since ?? null,
    until: present?.until ?? null,
  })
  const send = async () => {
    if (!quality) return
    if (present) {
      await correct.run({
        params: { caseId, qualityId: present.id },
        input: { quality, ...period, version: present.version },
      })
    } else {
      await judge.run({
        params: { caseId },
        input: { id, relationshipId: relationship.id, quality, ...period },
      })
    }
    onClose()
  }
  return (
    <Dialog title={t('people.quality.title')} isOpen onOpenChange={(open) => !open && onClose()}>
      <Form
        problem={judge.problem ?? correct.problem}
        onSubmit={() => void send().catch(() => undefined)}
      >
        <p>{t('people.quality.whose')}</p>
        <RadioGroup
          label={t('people.quality')}
          options={relationshipQualities.map((each) => ({
            value: each,
            label: t(`people.quality.${each}`),
          }))}
          value={quality}
          onChange={setQuality}
          isRequired
        />
        <PeriodFields value={period} onChange={setPeriod} />
        <FormActions>
          <Button type="submit" look="primary" isPending={judge.isPending || correct.isPending}>
            {t('people.quality.save')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('ui.goBack')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
