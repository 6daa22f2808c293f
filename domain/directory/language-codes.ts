/**
 * Names under which directories list languages, with their ISO 639 codes: the languages people
 * who ask for help here speak. A name that is not here is kept as it was written.
 */
const names: Record<string, string> = {
  persian: 'fa',
  farsi: 'fa',
  dari: 'prs',
  azerbaijani: 'az',
  azeri: 'az',
  kurdish: 'ku',
  kurmanji: 'kmr',
  sorani: 'ckb',
  luri: 'lrc',
  balochi: 'bal',
  baluchi: 'bal',
  gilaki: 'glk',
  mazandarani: 'mzn',
  turkmen: 'tk',
  arabic: 'ar',
  armenian: 'hy',
  assyrian: 'aii',
  pashto: 'ps',
  turkish: 'tr',
  uzbek: 'uz',
  tajik: 'tg',
  urdu: 'ur',
  english: 'en',
  spanish: 'es',
  french: 'fr',
  german: 'de',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  swedish: 'sv',
  polish: 'pl',
  slovak: 'sk',
  romanian: 'ro',
  greek: 'el',
  russian: 'ru',
  ukrainian: 'uk',
  chinese: 'zh',
  'chinese (mandarin)': 'cmn',
  mandarin: 'cmn',
  'chinese (cantonese)': 'yue',
  cantonese: 'yue',
  taiwanese: 'nan',
  japanese: 'ja',
  korean: 'ko',
  vietnamese: 'vi',
  thai: 'th',
  tagalog: 'tl',
  filipino: 'fil',
  hindi: 'hi',
  bengali: 'bn',
  punjabi: 'pa',
  tamil: 'ta',
  nepali: 'ne',
  somali: 'so',
  swahili: 'sw',
  amharic: 'am',
  tigrinya: 'ti',
  'american sign language': 'ase',
  'sign language': 'sgn',
  فارسی: 'fa',
  دری: 'prs',
  'ترکی آذربایجانی': 'az',
  ترکی: 'az',
  کردی: 'ku',
  لری: 'lrc',
  بلوچی: 'bal',
  گیلکی: 'glk',
  مازندرانی: 'mzn',
  ترکمنی: 'tk',
  عربی: 'ar',
  ارمنی: 'hy',
  پشتو: 'ps',
  انگلیسی: 'en',
  'زبان اشاره': 'sgn',
}

/** ISO 639 code of a language by its name in English or Persian; `''` for a name not known here. */
export function findLanguageCode(name: string): string {
  const plain = name.trim().toLowerCase().replaceAll('ي', 'ی').replaceAll('ك', 'ک')
  return Object.hasOwn(names, plain) ? (names[plain] ?? '') : ''
}

// Languages whose speakers understand one another well enough to be helped.
const understood: Record<string, string> = {
  prs: 'fa',
  tg: 'fa',
  azb: 'az',
  azj: 'az',
  cmn: 'zh',
  fil: 'tl',
  kmr: 'ku',
  ckb: 'ku',
  sdh: 'ku',
}

/** Whether help in the one language is help in the other; both are ISO 639 codes. */
export function isSameLanguage(one: string, other: string): boolean {
  const base = (code: string) => {
    const primary = code.toLowerCase().split('-')[0] ?? ''
    return Object.hasOwn(understood, primary) ? understood[primary] : primary
  }
  return base(one) === base(other)
}
