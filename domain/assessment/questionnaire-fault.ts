import type { z } from 'zod'

/** Everything that can be wrong with a questionnaire or scoring block that comes from outside. */
export const faultCodes = [
  'not_a_questionnaire',
  'wrong_shape',
  'missing',
  'no_items',
  'too_many_items',
  'too_deep',
  'link_id_not_usable',
  'duplicate_link_id',
  'unknown_item_type',
  'item_type_not_supported',
  'text_missing',
  'translation_without_language',
  'empty_group',
  'display_with_items',
  'repeating_group',
  'no_answer_option',
  'answer_option_not_supported',
  'answer_option_on_wrong_type',
  'duplicate_answer_option',
  'answer_value_set_not_contained',
  'range_reversed',
  'modifier_extension',
  'dangling_enable_when',
  'enable_when_on_group',
  'enable_when_answer_missing',
  'enable_when_answer_type',
  'enable_when_operator',
  'enable_when_option_unknown',
  'enable_behavior_missing',
  'enable_when_cycle',
  'unknown_item',
  'unknown_option',
  'unknown_scale',
  'unknown_count',
  'unknown_result',
  'duplicate_id',
  'item_without_figure',
  'reversed_item_without_range',
  'bands_not_ascending',
  'band_outside_range',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** One thing that is wrong: where (`item[2].answerOption[0]`), what, and the value concerned. */
export interface ContentFault {
  path: string
  code: FaultCode
  detail: string
}

/** `item[2].linkId` from the parts of a path, below another path. */
export function joinPath(base: string, parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`
    return path === '' ? String(part) : `${path}.${String(part)}`
  }, base)
}

/** What zod found, in our words. */
export function shapeFaults(base: string, issues: readonly z.core.$ZodIssue[]): ContentFault[] {
  return issues.flatMap((issue): ContentFault[] => {
    const path = joinPath(base, issue.path)
    if (issue.code === 'invalid_type') {
      const missing = issue.input === undefined
      return [{ path, code: missing ? 'missing' : 'wrong_shape', detail: issue.expected }]
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: joinPath(path, [key]),
        code: 'wrong_shape',
        detail: 'unknown',
      }))
    }
    if (issue.code === 'invalid_value') {
      const missing = issue.input === undefined
      const detail = issue.values.map(String).join(' | ')
      return [{ path, code: missing ? 'missing' : 'wrong_shape', detail }]
    }
    return [{ path, code: 'wrong_shape', detail: issue.code }]
  })
}
