import type { InputOf } from '@peyvand/domain/contract.ts'
import type * as contract from '@peyvand/domain/intake/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import {
  findDesk,
  findProgramme,
  insertDesk,
  insertProgramme,
  isPracticeModel,
  releaseAnsweringDesk,
  updateDesk,
  updateProgramme,
} from './settings-store.ts'

/** A new programme with a desk of its own; whoever shall sit there is named afterwards. */
export async function addProgramme(
  act: Act,
  input: InputOf<typeof contract.addProgramme>,
): Promise<void> {
  const { id, deskId, deskName, ...programme } = input
  await refuseModel(act, programme.practiceModelId)
  const { agencyId } = act.actor
  await insertProgramme(act.tx, {
    ...inBothLanguages(programme),
    id,
    agencyId,
    code: `own_${id.replaceAll('-', '')}`,
  })
  await insertDesk(act.tx, { id: deskId, agencyId, programmeId: id, name: deskName, phone: '' })
}

/** Rules, capacity and names of a programme; an ended one takes no new requests. */
export async function changeProgramme(
  act: Act,
  programmeId: string,
  input: InputOf<typeof contract.changeProgramme>,
): Promise<void> {
  const { version, ended, ...programme } = input
  const before = orNotFound(await findProgramme(act.tx, programmeId))
  await refuseModel(act, programme.practiceModelId)
  const endedAt = ended ? (before.endedAt ?? act.now) : null
  const change = { ...inBothLanguages(programme), endedAt }
  if (!(await updateProgramme(act.tx, programmeId, version, change))) {
    throw new Refused('stale_version', { current: await findProgramme(act.tx, programmeId) })
  }
}

export async function addDesk(act: Act, input: InputOf<typeof contract.addDesk>): Promise<void> {
  if (!(await findProgramme(act.tx, input.programmeId))) throw new Refused('programme_unknown')
  await insertDesk(act.tx, { ...input, agencyId: act.actor.agencyId })
}

/** Name, telephone or end of a desk; an ended one answers for nobody. */
export async function changeDesk(
  act: Act,
  deskId: string,
  input: InputOf<typeof contract.changeDesk>,
): Promise<void> {
  const { version, ended, ...desk } = input
  const before = orNotFound(await findDesk(act.tx, deskId))
  const answersForAgency = desk.answersForAgency && !ended
  if (answersForAgency) await releaseAnsweringDesk(act.tx, deskId)
  const endedAt = ended ? (before.endedAt ?? act.now) : null
  if (!(await updateDesk(act.tx, deskId, version, { ...desk, answersForAgency, endedAt }))) {
    throw new Refused('stale_version', { current: await findDesk(act.tx, deskId) })
  }
}

async function refuseModel({ tx }: Act, practiceModelId: string | null): Promise<void> {
  if (practiceModelId !== null && !(await isPracticeModel(tx, practiceModelId))) {
    throw new Refused('practice_model_unknown')
  }
}

/** A name given in one language only stands for both. */
function inBothLanguages<N extends { nameFa: string; nameEn: string }>(named: N): N {
  return { ...named, nameFa: named.nameFa || named.nameEn, nameEn: named.nameEn || named.nameFa }
}
