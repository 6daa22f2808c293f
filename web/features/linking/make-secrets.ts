/** What opens an answer link: made here, sent once as it is, and kept nowhere. */
export interface AnswerSecrets {
  /** 256 random bits, base64url. */
  token: string
  /** Six digits, to be told or printed apart from the link. */
  code: string
}

const digits = 1_000_000

/** Made by the browser's own source of chance, so that no server ever has to show them again. */
export function makeSecrets(): AnswerSecrets {
  const token = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
  return {
    token: token.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''),
    code: String(evenly(digits)).padStart(6, '0'),
  }
}

/** A number below `end`, each as likely as any other: what would favour the low ones is thrown away. */
function evenly(end: number): number {
  const fair = 2 ** 32 - (2 ** 32 % end)
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn < fair) return drawn % end
  }
}

/**
 * The address that opens a link; what follows `#` never reaches a server or its log. A client’s own
 * says so there, for the page has other words before the code is right.
 */
export function addressOf(token: string, whose: 'partner' | 'own' = 'partner'): string {
  return `${location.origin}/answer#${whose === 'own' ? 'own.' : ''}${token}`
}
