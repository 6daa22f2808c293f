/** Why a mail did not go, without the address: the words of mail servers repeat it. */
export class MailFailed extends Error {
  /** The mail server will not take it for this address, however often it is tried. */
  isFinal: boolean

  constructor(message: string, isFinal: boolean) {
    super(message)
    this.name = 'MailFailed'
    this.isFinal = isFinal
  }
}
