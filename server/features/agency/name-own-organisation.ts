import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/agency/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import * as store from './own-organisation-store.ts'

/** The agency says which organisation of the directory it is: one that it keeps there itself. */
export async function nameOwnOrganisation(
  { tx, actor, audited }: Act,
  { organisationId, version }: InputOf<typeof contract.nameOwnOrganisation>,
) {
  if (organisationId !== null) {
    audited.records.add(organisationId)
    const isOwn = await store.isKeptOrganisation(tx, actor.agencyId, organisationId)
    if (!isOwn) throw new Refused('not_found')
  }
  if (!(await store.updateOwnOrganisation(tx, actor.agencyId, version, organisationId))) {
    throw new Refused('stale_version', {
      current: await store.findOwnOrganisation(tx, actor.agencyId),
    })
  }
  return { version: version + 1 }
}
