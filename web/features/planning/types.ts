import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { listPlans, readPlan } from '@peyvand/domain/planning/contract.ts'

export type Plan = AnswerOf<typeof readPlan>
export type PlanOutline = AnswerOf<typeof listPlans>['plans'][number]
export type Goal = Plan['goals'][number]
export type Action = Goal['actions'][number]
export type PlanNeed = Plan['needs'][number]
export type Agreement = Plan['agreements'][number]
