import { z } from 'zod'

/** The file `content/taxonomy/programmes.json`: programmes an agency may begin with. */
export const programmeList = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z0-9_]*$/),
    fa: z.string().min(1),
    en: z.string().min(1),
    /** Search answers through the agency's intake desk only. */
    confidential: z.boolean(),
    /** The practice model suggested; it is chosen for each client's need. */
    practiceModel: z.string(),
  }),
)
