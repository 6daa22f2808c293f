import { readCase } from '@peyvand/domain/cases/contract.ts'
import { findServicesForNeed } from '@peyvand/domain/directory/contract.ts'
import { listConsents, listMyReferrals, listReferrals } from '@peyvand/domain/linking/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Refused } from '../../platform/api-problem.ts'
import type { Called } from '../../platform/api.ts'
import { makeStale, useCommand } from '../../platform/query.ts'
import type { Command } from '../../platform/query.ts'

const stale = [listReferrals, listConsents, listMyReferrals, findServicesForNeed, readCase]

/** An act of this room; when somebody else was quicker, what is on the page is fetched again. */
export function useLinkingCommand<E extends Called>(endpoint: E): Command<E> {
  const client = useQueryClient()
  const command = useCommand(endpoint, { stale })
  const run: Command<E>['run'] = async (...sent) => {
    try {
      return await command.run(...sent)
    } catch (error) {
      if (error instanceof Refused && error.code === 'stale_version') {
        await Promise.all(stale.map((each) => makeStale(client, each)))
      }
      throw error
    }
  }
  return { ...command, run }
}
