import { createTransport } from 'nodemailer'
import { MailFailed } from './mail-failed.ts'
import type { MailSettings } from './mail-settings.ts'

/** The words of one mail, plain and as a simple page. */
export interface MailWords {
  subject: string
  text: string
  html: string
}

export interface Mailer {
  /** Where people open Peyvand, for the links in mails. */
  origin: string
  /** Throws `MailFailed`. The same `id` makes the same Message-ID, so a repeat is recognised. */
  send: (id: string, to: string, words: MailWords) => Promise<void>
}

const second = 1000

export function createMailer(settings: MailSettings, origin: string): Mailer {
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: !settings.secure && !settings.loopback,
    ignoreTLS: !settings.secure && settings.loopback,
    tls: { minVersion: 'TLSv1.2' },
    ...(settings.login ? { auth: settings.login } : {}),
    dnsTimeout: 10 * second,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    origin,
    send: async (id, to, words) => {
      try {
        await transport.sendMail({
          from: settings.from,
          to: { name: '', address: to },
          messageId: `<${id}@${new URL(origin).hostname}>`,
          // Out-of-office answers to it would go to nobody.
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...words,
        })
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}

function failureOf(error: unknown): MailFailed {
  const { code, command, responseCode } = (error ?? {}) as Record<string, unknown>
  const said = typeof responseCode === 'number' ? responseCode : undefined
  const step = typeof command === 'string' && /^[A-Z ]{3,12}$/.test(command) ? command : 'CONN'
  const what = typeof code === 'string' && /^[A-Z_0-9]{3,20}$/.test(code) ? code : 'unknown'
  const isFinal = said !== undefined && said >= 500 && (step === 'RCPT TO' || step === 'DATA')
  return new MailFailed(
    `The mail server did not take a mail: ${what} ${said ?? ''} at ${step}`,
    isFinal,
  )
}
