import { endEmergency, listEmergencies } from '@peyvand/domain/access/contract.ts'
import { listCases, readCase } from '@peyvand/domain/cases/contract.ts'
import { now } from '../../platform/clock.ts'
import { useCommand, useEndpoint } from '../../platform/query.ts'
import { useGo } from '../../platform/route.ts'
import { useFormats } from '../../platform/use-formats.ts'
import { useWords } from '../../platform/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Note } from '../../ui/note.tsx'
import { showToast } from '../../ui/toast.tsx'
import { isLive } from './is-live.ts'
import { useAttempt } from './use-attempt.ts'

/** Above a case that only an emergency opens: until when, what is recorded, and the way out. */
export function EmergencyStrip({ caseId }: { caseId: string }) {
  const t = useWords()
  const go = useGo()
  const { formatInstant } = useFormats()
  const end = useCommand(endEmergency, { stale: [listEmergencies, listCases, readCase] })
  const attempt = useAttempt()
  const { data } = useEndpoint(listEmergencies, { query: {} })
  const live = data?.emergencies.filter(
    (each) => each.mine && each.caseId === caseId && isLive(each, now()),
  )
  const last = live?.toSorted((a, b) => b.until.localeCompare(a.until))[0]
  if (!live || !last) return null
  const send = async () => {
    const isEnded = await attempt.run(async () => {
      for (const { id } of live) await end.run({ params: { emergencyId: id } })
    })
    if (!isEnded) return
    showToast({ message: t('access.emergency.ended') })
    go('/emergencies')
  }
  return (
    <Stack gap="small">
      <Note
        tone="urgent"
        icon="clock"
        title={t('access.emergency.until', { when: formatInstant(last.until) })}
        actions={
          <Button size="small" isPending={attempt.isPending} onPress={() => void send()}>
            {t('access.emergency.end')}
          </Button>
        }
      >
        {t('access.emergency.logged')}
      </Note>
      {attempt.problem !== undefined && <ErrorState problem={attempt.problem} />}
    </Stack>
  )
}
