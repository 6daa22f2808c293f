import { z } from 'zod'

/** Stands first in an archive: which database it came from. */
export const preface = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
})

/** Before the rows of a table. `jobs.waiting` stands for the queue, a JSON line for each job. */
export const tableHead = z.object({ table: z.string(), columns: z.array(z.string()) })

/** After its rows. */
export const tableEnd = z.object({ rows: z.number(), sha256: z.string() })

/** Stands last: what the whole must come to. */
export const manifest = z.object({
  tables: z.record(z.string(), tableEnd),
  sequences: z.record(z.string(), z.string().nullable()),
  seal: z.object({ id: z.string(), signature: z.string() }).nullable(),
  keys: z.object({
    audit: z.string(),
    secrets: z.string(),
    sessions: z.string(),
    drafts: z.string(),
  }),
})

export type Preface = z.infer<typeof preface>
export type TableHead = z.infer<typeof tableHead>
export type TableEnd = z.infer<typeof tableEnd>
export type Manifest = z.infer<typeof manifest>

export const queueName = 'jobs.waiting'
