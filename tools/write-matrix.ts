import { writeFile } from 'node:fs/promises'
import { presentMatrix } from '../server/testing/present-matrix.ts'

await writeFile(new URL('../docs/access.md', import.meta.url), presentMatrix())
