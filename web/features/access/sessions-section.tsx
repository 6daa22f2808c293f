import { endOtherSessions, endSession, readAccount } from '@peyvand/domain/access/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'
import { useCommand } from '../../platform/query.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/card.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Row, Small, Stack } from '../../ui/layout.tsx'
import { Tag } from '../../ui/tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { readBrowser } from './read-browser.ts'
import { useAttempt } from './use-attempt.ts'

type Session = AnswerOf<typeof readAccount>['sessions'][number]

/** Where the account is open now, and how to close it elsewhere. */
export function SessionsSection({ sessions }: { sessions: readonly Session[] }) {
  const t = useWords()
  const endOthers = useCommand(endOtherSessions, { stale: [readAccount] })
  const attempt = useAttempt()
  const send = async () => {
    if (await attempt.run(() => endOthers.run())) {
      showToast({ message: t('access.sessions.endedOthers') })
    }
  }
  return (
    <Section title={t('access.sessions')}>
      <Stack>
        {attempt.problem !== undefined && <ErrorState problem={attempt.problem} />}
        <Stack gap="small">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Stack>
        {sessions.length > 1 && (
          <div>
            <Button icon="signout" isPending={attempt.isPending} onPress={() => void send()}>
              {t('access.sessions.endOthers')}
            </Button>
          </div>
        )}
      </Stack>
    </Section>
  )
}

function SessionRow({ session }: { session: Session }) {
  const t = useWords()
  const { formatInstant } = useFormats()
  const end = useCommand(endSession, { stale: [readAccount] })
  const attempt = useAttempt()
  const { browser, system } = readBrowser(session.userAgent)
  const device =
    browser && system
      ? t('access.sessions.device', { browser, system })
      : t('access.sessions.unknownDevice')
  return (
    <div>
      <Row spread>
        <Row>
          <b>{device}</b>
          {session.current && <Tag icon="check">{t('access.sessions.current')}</Tag>}
        </Row>
        {!session.current && (
          <Button
            size="small"
            isPending={attempt.isPending}
            onPress={() => void attempt.run(() => end.run({ params: { sessionId: session.id } }))}
          >
            {t('access.sessions.end', { device })}
          </Button>
        )}
      </Row>
      <Small>
        <Facts
          facts={[
            t('access.sessions.since', { when: formatInstant(session.signedInAt) }),
            t('access.sessions.seen', { when: formatInstant(session.seenAt) }),
            session.address && <bdi key="address">{session.address}</bdi>,
          ]}
        />
      </Small>
      {attempt.problem !== undefined && <ErrorState problem={attempt.problem} />}
    </div>
  )
}
