import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** One mail as it arrived: to whom, and every line of it, decoded. */
export interface ArrivedMail {
  to: string[]
  subject: string
  messageId: string
  /** Plain words and page, one after the other. */
  words: string
}

export interface TestMailServer {
  port: number
  arrived: ArrivedMail[]
  /** Answers this to every recipient, until it is taken back with undefined. */
  refuse: (code: number | undefined) => void
  stop: () => Promise<void>
}

/** A mail server on this machine that keeps what it is sent; `port` 0 takes any. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const arrived: ArrivedMail[] = []
  let refusal: number | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, done) {
      if (refusal === undefined) return done()
      const error = new Error(`<${address.address}> is not known here`)
      done(Object.assign(error, { responseCode: refusal }))
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        arrived.push(readMail(to, Buffer.concat(pieces).toString()))
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    refuse: (code) => (refusal = code),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function readMail(to: string[], raw: string): ArrivedMail {
  const headerOf = (part: string, name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(part)?.[1] ?? ''
  const [, ...pieces] = raw.split(/\r\n--[^\r\n]+(?:--)?\r\n/)
  const parts = pieces.filter((part) => /^content-t/im.test(part))
  const words = parts.map((part) => {
    const at = part.indexOf('\r\n\r\n')
    return decode(part.slice(at + 4), headerOf(part.slice(0, at), 'Content-Transfer-Encoding'))
  })
  return {
    to,
    subject: decodeHeader(headerOf(raw, 'Subject')),
    messageId: headerOf(raw, 'Message-ID'),
    words: words.join('\n'),
  }
}

function decode(body: string, how: string): string {
  if (how === 'base64') return Buffer.from(body, 'base64').toString()
  return how === 'quoted-printable' ? decodeQuoted(body.replace(/=\r\n/g, '')) : body
}

function decodeQuoted(words: string): string {
  return Buffer.from(
    words.replace(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  ).toString()
}

// RFC 2047: words of other scripts in a header.
function decodeHeader(words: string): string {
  return words
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_all, how: string, said: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(said, 'base64').toString()
        : decodeQuoted(said.replace(/_/g, ' ')),
    )
}
