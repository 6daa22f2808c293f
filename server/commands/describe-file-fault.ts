import type { FileFault, FileFaultCode } from '@peyvand/domain/assessment/read-instrument-file.ts'

const sentences: Record<FileFaultCode, (detail: string) => string> = {
  not_utf8: () => 'is not written in UTF-8. Save it as UTF-8.',
  not_json: (detail) =>
    `JSON is broken here. Look for a missing comma, quote or bracket (${detail}).`,
  not_a_questionnaire: (detail) =>
    `must be "Questionnaire"${detail ? `, not "${detail}"` : ''}: this is no FHIR R4 Questionnaire.`,
  wrong_shape: (detail) => `has another shape than expected (${detail}).`,
  missing: (detail) => `is missing (${detail}).`,
  no_items: () => 'holds no question. Add at least one item.',
  too_many_items: (detail) =>
    `is beyond the ${detail} items that are read. Split the questionnaire.`,
  too_deep: (detail) => `is nested deeper than ${detail} levels. Flatten the groups.`,
  link_id_not_usable: (detail) =>
    `"${detail}" cannot be a linkId: 1 to 255 letters, without a space at either end.`,
  duplicate_link_id: (detail) => `"${detail}" stands twice. Give every item its own linkId.`,
  unknown_item_type: (detail) => `"${detail}" is no type of FHIR R4.`,
  item_type_not_supported: (detail) =>
    `questions of type "${detail}" are not asked here. Use text, date, integer, decimal or choice.`,
  text_missing: (detail) => `of "${detail}" is empty. Write the question.`,
  translation_without_language: () => 'has a translation that names no language or has no text.',
  empty_group: (detail) => `the group "${detail}" holds nothing. Add questions or take it out.`,
  display_with_items: (detail) => `"${detail}" is a text to read and cannot hold questions.`,
  repeating_group: (detail) => `the group "${detail}" repeats, which is not supported.`,
  no_answer_option: (detail) => `of "${detail}" is empty. List the answers that can be chosen.`,
  answer_option_not_supported: (detail) =>
    `"${detail}" cannot be chosen here. Use a coding, a text or a whole number.`,
  answer_option_on_wrong_type: (detail) => `a question of type "${detail}" has no options.`,
  duplicate_answer_option: (detail) => `"${detail}" is offered twice.`,
  answer_value_set_not_contained: (detail) =>
    `the value set ${detail} is not in the file. Put its options into the file.`,
  range_reversed: (detail) => `the smallest is larger than the largest: ${detail}.`,
  modifier_extension: () => 'carries a modifierExtension, which changes its meaning. Take it out.',
  dangling_enable_when: (detail) => `asks about "${detail}", which no item is called.`,
  enable_when_on_group: (detail) => `asks about "${detail}", which has no answer of its own.`,
  enable_when_answer_missing: (detail) =>
    `needs exactly one answer[x]; found: ${detail || 'none'}.`,
  enable_when_answer_type: (detail) => `${detail} does not fit the type of the question.`,
  enable_when_operator: (detail) => `"${detail}" does not fit the type of the question.`,
  enable_when_option_unknown: (detail) => `"${detail}" is no option of the question.`,
  enable_behavior_missing: (detail) =>
    `"${detail}" has several conditions. Say in enableBehavior whether all or any must hold.`,
  enable_when_cycle: (detail) => `the conditions run in a circle: ${detail}.`,
  unknown_item: (detail) => `speaks of "${detail}", which is no item of the questionnaire.`,
  unknown_option: (detail) => `speaks of the option "${detail}", which is not offered.`,
  unknown_scale: (detail) => `speaks of the scale "${detail}", which is not defined.`,
  unknown_count: (detail) => `speaks of the count "${detail}", which is not defined.`,
  unknown_result: (detail) => `speaks of the result "${detail}", which is not defined.`,
  duplicate_id: (detail) => `"${detail}" stands twice.`,
  item_without_figure: (detail) => `answers to "${detail}" have no figure to count.`,
  reversed_item_without_range: (detail) => `"${detail}" is reversed but has no range.`,
  bands_not_ascending: (detail) => `bands must ascend; ${detail} does not.`,
  band_outside_range: (detail) => `${detail} is outside the range of the scale.`,
}

/** One line for the operator: where in the file, what is wrong, and the mend. */
export function describeFileFault(file: string, { path, code, detail }: FileFault): string {
  const where = code === 'not_json' ? `${file}, line and character ${path}` : path || file
  return `${where}: ${sentences[code](detail)}`
}
