import type { NamedEndpoint } from './open-api.ts'

const escape = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c,
  )

/** The contract as a page a person can read, without script. */
export function renderReference(endpoints: readonly NamedEndpoint[], openApi: object): string {
  const operations = (openApi as { paths: Record<string, Record<string, object>> }).paths
  const rooms = [...new Set(endpoints.map(({ room }) => room))]
  const section = (room: string) =>
    `<section><h2 id="${room}">${room}</h2>${endpoints
      .filter((named) => named.room === room)
      .map(({ name, endpoint }) => {
        const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
        const described = operations[path]?.[endpoint.method.toLowerCase()] ?? {}
        return `<details id="${name}"><summary><code>${endpoint.method} ${escape(path)}</code> ${escape(endpoint.summary)}</summary><pre>${escape(JSON.stringify(described, null, 2))}</pre></details>`
      })
      .join('')}</section>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Peyvand API</title><link rel="stylesheet" href="/api/docs.css"></head><body><main><h1>Peyvand API</h1><p><a href="/api/openapi.json">openapi.json</a></p><nav>${rooms
    .map((room) => `<a href="#${room}">${room}</a>`)
    .join(' ')}</nav>${rooms.map(section).join('')}</main></body></html>`
}

export const referenceStyle = `:root{color-scheme:light dark}body{font:15px/1.55 system-ui,sans-serif;margin:2rem auto;max-inline-size:60rem;padding-inline:1rem}nav{display:flex;flex-wrap:wrap;gap:.75rem}details{border-block-end:1px solid color-mix(in srgb,currentColor 20%,transparent);padding-block:.5rem}pre{overflow:auto;font-size:13px}`
