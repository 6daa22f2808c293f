import { changeRequest } from '@peyvand/domain/intake/contract.ts'
import { isOpen } from '@peyvand/domain/intake/request-steps.ts'
import { useState } from 'react'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { InPlaceEdit } from '../../ui/in-place-edit.tsx'
import { Row, Stack } from '../../ui/layout.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskedFields } from './asked-fields.tsx'
import type { Asked } from './asked-fields.tsx'
import { useRequestCommand } from './request-file.ts'
import type { RequestFile } from './request-file.ts'
import { useDomainWords } from './use-domain-words.ts'

/** What was asked, as it was said. */
export function AskedSection({ request }: { request: RequestFile }) {
  const t = useWords()
  const domainWords = useDomainWords()
  return (
    <Section title={t('intake.problem')}>
      <div id="asked">
        <InPlaceEdit
          what={t('intake.problem')}
          canEdit={isOpen(request.status)}
          edit={(close) => <Correcting request={request} onDone={close} />}
        >
          <Stack gap="small">
            <blockquote>
              <p>{t('intake.quote', { words: request.presentingProblem })}</p>
            </blockquote>
            <DefinitionList
              entries={[
                {
                  key: 'source',
                  name: t('intake.source'),
                  value: [t(`intake.source.${request.source}`), request.sourceDetail]
                    .filter(Boolean)
                    .join(' · '),
                },
                { key: 'area', name: t('people.area'), value: request.area },
                {
                  key: 'needs',
                  name: t('intake.domains'),
                  value:
                    request.needDomains.length === 0 ? undefined : (
                      <Row>
                        {request.needDomains.map((domain) => (
                          <Tag key={domain}>{domainWords(domain)}</Tag>
                        ))}
                      </Row>
                    ),
                },
              ]}
            />
          </Stack>
        </InPlaceEdit>
      </div>
    </Section>
  )
}

function Correcting({ request, onDone }: { request: RequestFile; onDone: () => void }) {
  const t = useWords()
  const change = useRequestCommand(changeRequest)
  const { source, sourceDetail, presentingProblem, needDomains, area } = request
  const [asked, setAsked] = useState<Asked>({
    source,
    sourceDetail,
    presentingProblem,
    needDomains,
    area,
  })
  const send = async () => {
    await change.run({
      params: { requestId: request.id },
      input: { ...asked, version: request.version },
    })
    onDone()
  }
  return (
    <Form problem={change.problem} onSubmit={() => void send().catch(() => undefined)}>
      <AskedFields value={asked} onChange={setAsked} />
      <FormActions>
        <Button type="submit" isPending={change.isPending}>
          {t('intake.asked.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('ui.goBack')}
        </Button>
      </FormActions>
    </Form>
  )
}
