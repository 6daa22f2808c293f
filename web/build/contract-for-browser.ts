import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const contractFile = /\/domain\/(?:\w+\/)*contract\.ts$/
const whole = '?whole'

/**
 * Of an endpoint the browser needs its method, its path and what file it takes; the schemas are the
 * server's. So in the bundle a contract is its data, and a schema that a screen does use comes with
 * the contract as it is written.
 */
export function contractForBrowser(): Plugin {
  return {
    name: 'peyvand:contract-for-browser',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(whole)) return undefined
      const resolved = await this.resolve(source.slice(0, -whole.length), importer)
      return resolved && { id: `${resolved.id}${whole}`, moduleSideEffects: false }
    },
    async load(id) {
      if (!contractFile.test(id)) return undefined
      const { mtimeMs } = statSync(id)
      const contract = (await import(`${pathToFileURL(id).href}?${mtimeMs}`)) as object
      const exported = Object.entries(contract).map(([name, value]) => {
        const plain = isEndpoint(value) ? forBrowser(value) : asData(value)
        return plain === undefined
          ? `export { ${name} } from ${JSON.stringify(id + whole)}`
          : `export const ${name} = ${JSON.stringify(plain)}`
      })
      return { code: exported.join('\n'), moduleSideEffects: false }
    },
  }
}

interface EndpointData {
  method: string
  path: string
  accepts?: unknown
}

function isEndpoint(value: unknown): value is EndpointData {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value
}

function forBrowser({ method, path, accepts }: EndpointData): EndpointData {
  return { method, path, ...(accepts === undefined ? {} : { accepts }) }
}

/** Lists, words and figures as they are; anything that is more than data is not. */
function asData(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value
  if (Array.isArray(value)) {
    const items = value.map(asData)
    return items.includes(undefined) ? undefined : items
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return undefined
  }
  const entries = Object.entries(value).map(([key, each]) => [key, asData(each)] as const)
  return entries.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(entries)
}
