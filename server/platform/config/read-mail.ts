import type { MailSettings } from '../mail/mail-settings.ts'
import { WrongStart } from './config.ts'
import { isLoopback } from './is-loopback.ts'

/** The mail server as the environment names it; both or neither, for half would send nothing. */
export function readMail(
  environment: Record<string, string | undefined>,
): MailSettings | undefined {
  const { PEYVAND_SMTP_URL: address, PEYVAND_MAIL_FROM: from } = environment
  if (!address && !from) return undefined
  if (!address) {
    throw new WrongStart('PEYVAND_MAIL_FROM names a sender: name the server too, PEYVAND_SMTP_URL.')
  }
  if (!from || !/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from)) {
    throw new WrongStart(
      'PEYVAND_SMTP_URL needs a sender: set PEYVAND_MAIL_FROM, such as Peyvand <peyvand@example.org>.',
    )
  }
  const url = URL.parse(address)
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') {
    throw new WrongStart(
      'PEYVAND_SMTP_URL is not an address like smtps://user:password@mail.example.org:465.',
    )
  }
  const login = { user: decode(url.username), pass: decode(url.password) }
  if (!login.user !== !login.pass) {
    throw new WrongStart(
      'PEYVAND_SMTP_URL needs user and password, or neither; what is not a letter or a digit is written as %40.',
    )
  }
  const secure = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    loopback: isLoopback(url.hostname),
    login: login.user && login.pass ? { user: login.user, pass: login.pass } : undefined,
    from,
  }
}

/** What stands between the signs of an address; undefined where a sign is half written. */
function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written)
  } catch {
    return undefined
  }
}
