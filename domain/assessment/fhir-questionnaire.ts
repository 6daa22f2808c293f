import { z } from 'zod'

/** Shapes of the FHIR R4 elements that are read; what is not named here is let through unread. */

interface FhirExtension {
  url: string
  valueCode?: string
  valueString?: string
  valueMarkdown?: string
  valueInteger?: number
  valueDecimal?: number
  valueBoolean?: boolean
  valueDate?: string
  valueCoding?: FhirCoding
  valueCodeableConcept?: { coding?: FhirCoding[] }
  extension?: FhirExtension[]
}

interface FhirCoding {
  system?: string
  code?: string
  display?: string
  _display?: { extension?: FhirExtension[] }
  extension?: FhirExtension[]
}

export type { FhirCoding, FhirExtension }

const extension: z.ZodType<FhirExtension> = z.lazy(() =>
  z.looseObject({
    url: z.string(),
    valueCode: z.string().optional(),
    valueString: z.string().optional(),
    valueMarkdown: z.string().optional(),
    valueInteger: z.int().optional(),
    valueDecimal: z.number().optional(),
    valueBoolean: z.boolean().optional(),
    valueDate: z.string().optional(),
    valueCoding: fhirCoding.optional(),
    valueCodeableConcept: z.looseObject({ coding: z.array(fhirCoding).optional() }).optional(),
    extension: z.array(extension).optional(),
  }),
)

const extensions = z.array(extension).optional()
const element = z.looseObject({ extension: extensions }).optional()

const fhirCoding: z.ZodType<FhirCoding> = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  _display: element,
  extension: extensions,
})

export const fhirAnswerOption = z.looseObject({
  valueCoding: fhirCoding.optional(),
  valueString: z.string().min(1).optional(),
  _valueString: element,
  valueInteger: z.int().optional(),
  extension: extensions,
})

export const fhirEnableWhen = z.looseObject({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.int().optional(),
  answerDate: z.iso.date().optional(),
  answerString: z.string().optional(),
  answerCoding: fhirCoding.optional(),
})
export type FhirEnableWhen = z.infer<typeof fhirEnableWhen>

/** An item without its children, options and conditions, which are read one by one. */
export const fhirItem = z.looseObject({
  linkId: z.string(),
  type: z.string(),
  text: z.string().optional(),
  _text: element,
  prefix: z.string().optional(),
  code: z.array(fhirCoding).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.int().positive().optional(),
  enableWhen: z.array(z.unknown()).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  answerOption: z.array(z.unknown()).optional(),
  answerValueSet: z.string().optional(),
  extension: extensions,
  modifierExtension: z.array(z.unknown()).optional(),
  item: z.array(z.unknown()).optional(),
})
export type FhirItem = z.infer<typeof fhirItem>

const concept = z.looseObject({
  code: z.string(),
  display: z.string().optional(),
  _display: element,
  system: z.string().optional(),
  extension: extensions,
})

/** A value set inside the questionnaire: its listed concepts are the options of a choice. */
export const fhirContainedValueSet = z.looseObject({
  resourceType: z.literal('ValueSet'),
  id: z.string(),
  compose: z
    .looseObject({
      include: z.array(
        z.looseObject({ system: z.string().optional(), concept: z.array(concept).optional() }),
      ),
    })
    .optional(),
  expansion: z.looseObject({ contains: z.array(concept).optional() }).optional(),
})

export const fhirQuestionnaire = z.looseObject({
  url: z.string().optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  _title: element,
  description: z.string().optional(),
  _description: element,
  copyright: z.string().optional(),
  _copyright: element,
  language: z.string().optional(),
  status: z.enum(['draft', 'active', 'retired', 'unknown']),
  code: z.array(fhirCoding).optional(),
  contained: z.array(z.unknown()).optional(),
  modifierExtension: z.array(z.unknown()).optional(),
  item: z.array(z.unknown()).optional(),
})
