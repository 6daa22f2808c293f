import { readCase, readNeedLife, readTimeline } from '@peyvand/domain/cases/contract.ts'
import { listPlans, readPlan } from '@peyvand/domain/planning/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Refused } from '../../platform/api-problem.ts'
import type { Called } from '../../platform/api.ts'
import { makeStale, useCommand } from '../../platform/query.ts'
import type { Command } from '../../platform/query.ts'

const stale = [readPlan, listPlans, readCase, readNeedLife, readTimeline]

const overtaken = ['stale_version', 'plan_changed_since', 'plan_step_not_lawful']

/** An act on the plan; when somebody else was quicker, what is on the page is fetched again. */
export function usePlanCommand<E extends Called>(endpoint: E): Command<E> {
  const client = useQueryClient()
  const command = useCommand(endpoint, { stale })
  const run: Command<E>['run'] = async (...sent) => {
    try {
      return await command.run(...sent)
    } catch (error) {
      if (error instanceof Refused && overtaken.includes(error.code)) {
        await Promise.all([readPlan, listPlans].map((each) => makeStale(client, each)))
      }
      throw error
    }
  }
  return { ...command, run }
}
