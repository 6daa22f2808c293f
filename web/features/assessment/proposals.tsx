import {
  declineProposal,
  readAssessment,
  readFindings,
} from '@peyvand/domain/assessment/contract.ts'
import { useState } from 'react'
import { useCommand } from '../../platform/query.ts'
import { useWords } from '../../platform/words.tsx'
import { Because } from '../../ui/because.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Section } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Link } from '../../ui/link.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { InWords, useInWords } from './in-words.tsx'
import { NeedSheet } from './need-sheet.tsx'
import type { Assessment } from './types.ts'

interface ProposalsProps {
  file: CaseFile
  assessment: Assessment
  mayWrite: boolean
}

/** Needs that the answers suggest: a person confirms each, or says why not. */
export function Proposals({ file, assessment, mayWrite }: ProposalsProps) {
  const t = useWords()
  if (assessment.proposals.length === 0) return null
  return (
    <Section title={t('assessment.proposals')}>
      <Stack gap="small">
        {assessment.proposals.map((proposal) => (
          <Proposal
            key={proposal.rule}
            file={file}
            assessment={assessment}
            proposal={proposal}
            mayWrite={mayWrite}
          />
        ))}
      </Stack>
    </Section>
  )
}

function Proposal({
  file,
  assessment,
  proposal,
  mayWrite,
}: ProposalsProps & { proposal: Assessment['proposals'][number] }) {
  const t = useWords()
  const inWords = useInWords()
  const decline = useCommand(declineProposal, { stale: [readAssessment, readFindings] })
  const [isConfirming, setConfirming] = useState(false)
  const need = file.needs.find(({ id }) => id === proposal.needId)
  const waits = proposal.needId === null && proposal.declinedReason === ''
  const area = t(`assessment.domain.${proposal.domain}`)
  return (
    <Card look={waits ? 'open' : 'plain'}>
      <Stack gap="small">
        <Row spread>
          <b>{t('assessment.proposal.need', { domain: area })}</b>
          {proposal.needId !== null && (
            <StateMark state="done" bare>
              {t('assessment.proposal.confirmed')}
            </StateMark>
          )}
          {proposal.declinedReason !== '' && (
            <StateMark state="refused" bare>
              {t('assessment.proposal.declined')}
            </StateMark>
          )}
        </Row>
        <Because>
          <InWords text={proposal.because} />
        </Because>
        {need && (
          <Link href={`/cases/${file.id}/needs/${need.id}`}>
            {t('assessment.needNumbered', { number: need.number, statement: need.statement })}
          </Link>
        )}
        {proposal.declinedReason !== '' && <Small>{proposal.declinedReason}</Small>}
        {waits && mayWrite && (
          <Row>
            <Button onPress={() => setConfirming(true)} icon="plus">
              {t('assessment.proposal.confirm')}
            </Button>
            <ConfirmDialog
              title={t('assessment.proposal.decline.ask', { domain: area })}
              act={t('assessment.proposal.decline')}
              reason={{ label: t('assessment.proposal.decline.why') }}
              trigger={<Button look="quiet">{t('assessment.proposal.decline')}</Button>}
              onConfirm={(reason) =>
                decline.run({
                  params: {
                    caseId: file.id,
                    assessmentId: assessment.id,
                    rule: proposal.rule,
                  },
                  input: { reason },
                })
              }
            />
          </Row>
        )}
      </Stack>
      {isConfirming && (
        <NeedSheet
          file={file}
          start={{
            assessmentId: assessment.id,
            proposal: proposal.rule,
            level: proposal.level,
            domain: proposal.domain,
            evidence: inWords(proposal.because),
            ...(proposal.severity === undefined ? {} : { severity: proposal.severity }),
          }}
          onClose={() => setConfirming(false)}
        />
      )}
    </Card>
  )
}
