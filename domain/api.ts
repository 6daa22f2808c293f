import type { Endpoint } from './contract.ts'
import * as access from './access/contract.ts'
import * as agency from './agency/contract.ts'
import * as assessment from './assessment/contract.ts'
import * as audit from './audit/contract.ts'
import * as cases from './cases/contract.ts'
import * as directory from './directory/contract.ts'
import * as documents from './documents/contract.ts'
import * as finding from './finding/contract.ts'
import * as intake from './intake/contract.ts'
import * as linking from './linking/contract.ts'
import * as monitoring from './monitoring/contract.ts'
import * as outcomes from './outcomes/contract.ts'
import * as people from './people/contract.ts'
import * as review from './review/contract.ts'
import * as planning from './planning/contract.ts'

/** Every room's contract. Server routes, the OpenAPI document and the access matrix read it here. */
const rooms = {
  audit,
  planning,
  review,
  intake,
  finding,
  monitoring,
  outcomes,
  directory,
  people,
  linking,
  assessment,
  cases,
  documents,
  agency,
  access,
}

export interface ContractEntry {
  name: string
  room: string
  endpoint: Endpoint
}

export const contract: readonly ContractEntry[] = Object.entries(rooms).flatMap(
  ([room, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      isEndpoint(value) ? [{ name, room, endpoint: value }] : [],
    ),
)

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value
}
