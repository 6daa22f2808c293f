import * as contract from '@peyvand/domain/documents/contract.ts'
import { orNotFound } from '../../platform/http/refused.ts'
import { staffRoute } from '../../platform/http/route-context.ts'
import type { Route } from '../../platform/http/route-context.ts'
import { attachDocument, moveDocumentWall, withdrawDocument } from './attach-document.ts'
import { findDocument, listDocumentsOf, readContent } from './document-store.ts'

export const documentsRoutes: Route[] = [
  staffRoute(contract.listDocuments, async ({ tx }, { params }) => ({
    documents: await listDocumentsOf(tx, params.caseId),
  })),

  staffRoute(contract.attachDocument, (act, { params, query, file }) =>
    attachDocument(act, params.caseId, query, file.bytes),
  ),

  staffRoute(contract.readDocument, async ({ tx, audited }, { params }) => {
    const found = orNotFound(await findDocument(tx, params.caseId, params.documentId))
    audited.records.add(found.id)
    return {
      name: found.name,
      contentType: found.contentType,
      bytes: await readContent(tx, params.caseId, found.id),
    }
  }),

  staffRoute(contract.withdrawDocument, (act, { params, input }) =>
    withdrawDocument(act, params.caseId, params.documentId, input),
  ),

  staffRoute(contract.moveDocumentWall, (act, { params, input }) =>
    moveDocumentWall(act, params, input),
  ),
]
