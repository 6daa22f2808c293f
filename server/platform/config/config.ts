import type { MailSettings } from '../mail/mail-settings.ts'

/** How this server was started: everything chosen on the command line or in the environment. */
export type Config = {
  host: string
  port: number
  /** Holds the embedded database, the keys and the backups. */
  dataFolder: string
  keysFile: string
  demo: boolean
  /** A proxy in front speaks TLS and names the client's address. */
  behindProxy: boolean
  tls: { certFile: string; keyFile: string } | undefined
  /** The address people type, where it is known: `https://peyvand.example.org`. */
  origin: string | undefined
  /** Undefined: the embedded PostgreSQL. */
  databaseServer: { webUrl: string; workerUrl: string } | undefined
  /** Undefined: no mail is sent, and codes are printed. */
  mail: MailSettings | undefined
}

/** A wrong way to start, said in one sentence to whoever started it. */
export class WrongStart extends Error {}
