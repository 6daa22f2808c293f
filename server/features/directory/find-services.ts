import type { QueryOf } from '@peyvand/domain/contract.ts'
import { findLanguageCode } from '@peyvand/domain/directory/language-codes.ts'
import { rankServices } from '@peyvand/domain/directory/rank-services.ts'
import type { ClientFacts, ServiceFacts } from '@peyvand/domain/directory/rank-services.ts'
import type { findServicesForNeed } from '@peyvand/domain/directory/contract.ts'
import { ageOn } from '@peyvand/domain/people/age.ts'
import type { Act } from '../../platform/access/act.ts'
import { Refused } from '../../platform/http/refused.ts'
import { loadNeedFacts } from './need-store.ts'
import type { NeedFacts } from './need-store.ts'
import { listCandidates } from './service-list-store.ts'
import type { CandidateRow } from './service-list-store.ts'

const candidatesRead = 500
const servicesTold = 200

/** Which services may answer a need of this case, ranked, each with its reasons. */
export async function findServices(
  act: Act,
  caseId: string,
  needId: string,
  asked: QueryOf<typeof findServicesForNeed>,
) {
  const facts = await loadNeedFacts(act.tx, caseId, needId)
  if (!facts) throw new Refused('need_unknown')
  const client = clientOf(facts, asked, act)
  const candidates = await listCandidates(act.tx, {
    domain: facts.need.domain,
    area: client.areas[0]?.name ?? '',
    limit: candidatesRead,
  })
  const ranked = rankServices(facts.need, client, candidates.map(factsOf), act.today)
  const { bornOn: _born, bornPrecision: _precision, ...person } = facts.person
  return {
    need: facts.need,
    person: {
      ...person,
      age: client.age ?? null,
      languages: [...client.languages],
      area: client.areas[0]?.name ?? '',
    },
    services: ranked
      .slice(0, servicesTold)
      .map(({ service, rank, fit, reasons }) => ({ rank, fit, reasons, service: service.row })),
    more: ranked.length > servicesTold || candidates.length === candidatesRead,
  }
}

function clientOf(
  { person, referredTo }: NeedFacts,
  asked: QueryOf<typeof findServicesForNeed>,
  act: Act,
): ClientFacts {
  const area = asked.area || person.area
  const recorded = person.languages.map((name) => findLanguageCode(name) || name)
  const { bornOn, bornPrecision } = person
  const born =
    bornOn === null || bornPrecision === 'unknown'
      ? undefined
      : { on: bornOn, precision: bornPrecision }
  return {
    age: born && ageOn(born, act.today, act.actor.calendar),
    sex: person.sex,
    languages: asked.language ? [asked.language] : recorded,
    areas: area === '' ? [] : [{ name: area, level: null }],
    mustBeFree: asked.mustBeFree,
    needsStepFree: asked.needsStepFree,
    alreadyReferredTo: referredTo,
  }
}

/** Codes are plain strings in the database; its own checks hold them to the lists. */
function factsOf(row: CandidateRow): ServiceFacts & { row: CandidateRow } {
  return { ...(row as unknown as ServiceFacts), row }
}
