import { z } from 'zod'
import { bothLanguages } from '../text/local-text.ts'
import { gridLevel, needDomain, severity } from './grid.ts'

const names = { fa: z.string().min(1), en: z.string().min(1) }

/** The file `content/taxonomy/needs.json`: words for levels, domains and severities. */
export const needTaxonomy = z.strictObject({
  levels: z.array(z.strictObject({ code: gridLevel, ...names })),
  domains: z.array(z.strictObject({ code: needDomain, ...names, about: bothLanguages })),
  severities: z.array(z.strictObject({ value: severity, ...names })),
})
