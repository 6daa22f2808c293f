import type {
  listAssessments,
  listInstruments,
  readAssessment,
  readFindings,
} from '@peyvand/domain/assessment/contract.ts'
import type { AnswerOf } from '@peyvand/domain/contract.ts'

export type Assessment = AnswerOf<typeof readAssessment>
export type AssessmentList = AnswerOf<typeof listAssessments>
export type AssessmentRow = AssessmentList['assessments'][number]
export type Findings = AnswerOf<typeof readFindings>
export type Need = Findings['needs'][number]
export type Barrier = Need['barriers'][number]
export type Problem = Findings['problems'][number]
export type Strength = Findings['strengths'][number]
export type InstrumentRow = AnswerOf<typeof listInstruments>['instruments'][number]
export type Scores = NonNullable<Assessment['scores']>
