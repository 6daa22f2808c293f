import { createHmac } from 'node:crypto'
import * as contract from '@peyvand/domain/agency/contract.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { clearDraft, findDraft, upsertDraft } from './draft-store.ts'
import * as store from './me-store.ts'
import { nameOwnOrganisation } from './name-own-organisation.ts'
import { findOwnOrganisation, listKeptOrganisations } from './own-organisation-store.ts'
import { listNewestPracticeModels, listOpenProgrammes } from './programme-store.ts'

/** `draftSecret` stands outside the database, so a stolen database opens no stolen device. */
export const agencyRoutes = (draftSecret: string): Route[] => [
  staffRoute(contract.readMe, async ({ tx, actor, today }) => ({
    id: actor.id,
    fullName: actor.fullName,
    roles: actor.roles,
    agency: await store.findMyAgency(tx),
    settings: {
      language: actor.language,
      calendar: actor.calendar,
      digits: actor.digits,
      theme: actor.theme,
    },
    today,
    emergency: await store.isNamedForEmergency(tx, actor.id),
    unseenNotices: await store.countUnseenNotices(tx),
  })),

  staffRoute(contract.changeSettings, async ({ tx, actor }, { input }) => {
    await store.updateSettings(tx, actor.id, input)
    return input
  }),

  staffRoute(contract.readDraftKey, async ({ tx, actor }) => {
    const salt = await store.findDraftKeySalt(tx, actor.id)
    return { key: createHmac('sha256', draftSecret).update(salt).digest('base64url') }
  }),

  staffRoute(contract.readDraft, async ({ tx }, { params }) => {
    const draft = orNotFound(await findDraft(tx, params.key))
    return { body: draft.body, savedAt: draft.savedAt }
  }),

  staffRoute(contract.saveDraft, async ({ tx, now }, { params, input }) => {
    await upsertDraft(tx, params.key, input.body, now)
    return { savedAt: now }
  }),

  staffRoute(contract.discardDraft, async ({ tx, now }, { params }) => {
    await clearDraft(tx, params.key, now)
    return {}
  }),

  staffRoute(contract.listNotices, async ({ tx }) => ({
    notices: await store.listNoticesOf(tx),
  })),

  staffRoute(contract.seeNotices, async ({ tx, now }) => {
    await store.markNoticesSeen(tx, now)
    return {}
  }),

  staffRoute(contract.listColleagues, async ({ tx }, { query }) => ({
    colleagues: await store.listColleaguesWith(tx, query.role),
  })),

  staffRoute(contract.listPracticeModels, async ({ tx }) => ({
    practiceModels: await listNewestPracticeModels(tx),
  })),

  staffRoute(contract.listProgrammes, async ({ tx }) => ({
    programmes: await listOpenProgrammes(tx),
  })),

  staffRoute(contract.readOwnOrganisation, async ({ tx, actor }, { query }) => ({
    ...(await findOwnOrganisation(tx, actor.agencyId)),
    choices: await listKeptOrganisations(tx, actor.agencyId, query.words),
  })),

  staffRoute(contract.nameOwnOrganisation, (act, { input }) => nameOwnOrganisation(act, input)),
]
