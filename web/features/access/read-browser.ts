const browsers: readonly [name: string, sign: RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Opera', /OPR\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|Chromium|CriOS)\//],
  ['Safari', /Safari\//],
]

const systems: readonly [name: string, sign: RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['ChromeOS', /CrOS/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Linux', /Linux/],
]

/** The browser and the system a `User-Agent` claims to be, by their usual names. */
export function readBrowser(userAgent: string): { browser?: string; system?: string } {
  const found = (list: readonly [string, RegExp][]) =>
    list.find(([, sign]) => sign.test(userAgent))?.[0]
  return { browser: found(browsers), system: found(systems) }
}
