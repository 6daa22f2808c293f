import type { InputOf } from '@peyvand/domain/contract.ts'
import type {
  giveGuidance as giveGuidanceEndpoint,
  nameClient as nameClientEndpoint,
  receiveRequest as receiveRequestEndpoint,
} from '@peyvand/domain/intake/contract.ts'
import type { Act } from '../../platform/access/act.ts'
import { orNotFound, Refused } from '../../platform/http/refused.ts'
import { tieToRequest } from '../people/person-store.ts'
import { registerPerson } from '../people/register-person.ts'
import { findMyDesk, findRequest, insertRequest } from './request-store.ts'

/** Receives a request at a desk of mine, with the person it is about, if anyone is named. */
export async function receiveRequest(
  act: Act,
  { about, ...request }: InputOf<typeof receiveRequestEndpoint>,
): Promise<void> {
  await insertAt(act, request, { status: 'received' })
  if (about.kind !== 'nobody') await tieClient(act, request.id, about)
}

/** Guidance without a file: counted with what was told, without anybody's data. */
export async function giveGuidance(
  act: Act,
  { guidanceGiven, ...request }: InputOf<typeof giveGuidanceEndpoint>,
): Promise<void> {
  await insertAt(act, request, {
    status: 'guided',
    guidanceGiven,
    decidedAt: act.now,
    decidedBy: act.actor.id,
  })
}

/** Says whom an open request is about. */
export async function nameClient(
  act: Act,
  requestId: string,
  { about }: InputOf<typeof nameClientEndpoint>,
): Promise<void> {
  const row = orNotFound(await findRequest(act.tx, requestId))
  act.audited.records.add(row.id)
  if (row.client) throw new Refused('already_exists')
  await tieClient(act, requestId, about)
}

type About = InputOf<typeof nameClientEndpoint>['about']

async function tieClient(act: Act, requestId: string, about: About): Promise<void> {
  if (about.kind === 'new') {
    await registerPerson(act, about.person, { requestId, part: 'client' })
  } else {
    act.audited.records.add(about.personId)
    await tieToRequest(act.tx, requestId, about.personId, 'client')
  }
}

type Received = Omit<InputOf<typeof receiveRequestEndpoint>, 'about'>
type Standing = Pick<
  Parameters<typeof insertRequest>[1],
  'status' | 'guidanceGiven' | 'decidedAt' | 'decidedBy'
>

async function insertAt(act: Act, request: Received, standing: Standing): Promise<void> {
  act.audited.records.add(request.id)
  const desk = await findMyDesk(act.tx, request.deskId)
  if (!desk) throw new Refused('desk_unknown')
  await insertRequest(act.tx, {
    ...request,
    ...standing,
    agencyId: act.actor.agencyId,
    programmeId: desk.programmeId,
    receivedAt: act.now,
  })
}
