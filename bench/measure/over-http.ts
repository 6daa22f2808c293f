import autocannon from 'autocannon'

export interface HttpRequest {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  commandId?: string
}

export interface Measured {
  /** Milliseconds of every answer. */
  latencies: number[]
  /** Answers in a second. */
  rate: number
  /** Of one answer, with its head. */
  bytes: number
}

interface Options {
  address: string
  cookie: string
  connections: number
  seconds: number
  next: () => HttpRequest
}

/** Sends one request after the other on each connection; anything but 200 stops the measuring. */
export function measureHttp({
  address,
  cookie,
  connections,
  seconds,
  next,
}: Options): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = []
    let bytes = 0
    let wrong: number | undefined
    const run = autocannon(
      {
        url: address,
        connections,
        duration: seconds,
        requests: [
          {
            setupRequest: (request) => {
              const { method, path, body, commandId } = next()
              return {
                ...request,
                method,
                path,
                headers: {
                  cookie,
                  ...(method === 'POST'
                    ? { origin: address, 'content-type': 'application/json' }
                    : {}),
                  ...(commandId ? { 'command-id': commandId } : {}),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
              }
            },
          },
        ],
      },
      (error: unknown, result) => {
        if (error) return reject(error as Error)
        if (wrong !== undefined) return reject(new Error(`the server answered ${wrong}`))
        resolve({
          latencies,
          rate: latencies.length / result.duration,
          bytes: Math.round(bytes / Math.max(1, latencies.length)),
        })
      },
    )
    run.on('response', (_client, status, size, time) => {
      if (status !== 200) wrong = status
      latencies.push(time)
      bytes += size
    })
  })
}
