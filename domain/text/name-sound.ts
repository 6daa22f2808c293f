/** Persian letters as the consonants a romanised name has for them; what is left out is a vowel. */
const consonants: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ج: 'j',
  ژ: 'j',
  چ: 'ch',
  ح: 'h',
  ه: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ز: 'z',
  ض: 'z',
  ظ: 'z',
  ر: 'r',
  ش: 'sh',
  غ: 'gh',
  ق: 'gh',
  ف: 'f',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

/**
 * How a word of a name sounds without its vowels, so that محمدرضا and Mohamadreza meet: the
 * consonants as Latin letters, a first vowel as `a`, a first و or ی as `v` or `y`, double letters
 * once, a last h dropped. `word` is one word of `normaliseName`. Its own convention, made for the
 * usual romanisations of Persian (ou, oo, u; gh, q; zh, j; th; -eh, -e, -a). The SQL function
 * `name_sound` does the same: both are tested on `name-sound.cases.json`.
 */
export function nameSound(word: string): string {
  const heard = isPersian(word) ? soundOfPersian(word) : soundOfLatin(word)
  const plain = heard.replaceAll('th', 't').replace(/(.)\1+/gu, '$1')
  return plain.length > 1 ? plain.replace(/h$/, '') : plain
}

/** Whether a word is written in Persian letters. */
export function isPersian(word: string): boolean {
  return /[\u0600-\u06ff]/.test(word)
}

function soundOfPersian(word: string): string {
  const first = /^[اع]/.test(word)
    ? 'a'
    : word.startsWith('و')
      ? 'v'
      : word.startsWith('ی')
        ? 'y'
        : ''
  const heard = Array.from(word, (letter) =>
    /[اعویئأ ]/.test(letter) ? '' : (consonants[letter] ?? letter),
  )
  return first + heard.join('')
}

function soundOfLatin(word: string): string {
  const spelt = word
    .replaceAll('tch', 'ch')
    .replaceAll('sch', 'sh')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll('zh', 'j')
    .replaceAll('dj', 'j')
    .replaceAll('x', 'ks')
    .replaceAll('q', 'gh')
    .replace(/c(?!h)/g, 'k')
  const first = /^[aeiou]/.test(spelt)
    ? 'a'
    : /^[vw]/.test(spelt)
      ? 'v'
      : spelt.startsWith('y')
        ? 'y'
        : ''
  return first + spelt.replace(/[aeiouyvw ]/g, '')
}
