import { readService } from '@peyvand/domain/directory/contract.ts'
import { useEndpointWhen } from '../../platform/query.ts'
import { useGo, useSearchWord } from '../../platform/route.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { CaseFile } from '../cases/case-frame.tsx'
import { ReferDialog } from './refer-dialog.tsx'

/** Whoever chose a service for a need comes back here with both in the address. */
export function ReferFromAddress({ file }: { file: CaseFile }) {
  const go = useGo()
  const [needId] = useSearchWord('need')
  const [serviceId] = useSearchWord('refer')
  const isWanted = file.mayWrite && needId !== undefined && serviceId !== undefined
  const service = useEndpointWhen(isWanted, readService, {
    params: { serviceId: serviceId ?? '' },
  })
  if (!isWanted) return null
  if (service.error) {
    return <ErrorState problem={service.error} onRetry={() => void service.refetch()} />
  }
  if (!service.data) return null
  const { name, status, organisation } = service.data
  return (
    <ReferDialog
      file={file}
      needId={needId}
      serviceId={serviceId}
      serviceName={name}
      serviceStatus={status}
      organisationId={organisation.id}
      organisationName={organisation.name}
      isOpen
      onClose={() => go(`/cases/${file.id}/linking`, { replace: true })}
    />
  )
}
