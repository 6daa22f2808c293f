/** The mail server of the operator, and who writes. */
export interface MailSettings {
  host: string
  port: number
  /** TLS from the first byte (smtps); otherwise it is asked for before anything is said. */
  secure: boolean
  /** A server on this machine needs no TLS. */
  loopback: boolean
  login: { user: string; pass: string } | undefined
  from: string
}
