import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Imported before anything else: what was compiled once is not compiled again at the next start.
enableCompileCache(join(import.meta.dirname, '../.cache/compiled'))
