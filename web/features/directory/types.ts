import type { AnswerOf } from '@peyvand/domain/contract.ts'
import type { readService } from '@peyvand/domain/directory/contract.ts'

export type Service = AnswerOf<typeof readService>
