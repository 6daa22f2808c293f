import type { Plugin } from 'vite'

const otherLanguages =
  /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/(?:.*\/)?(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/

/**
 * Leaves React Aria's own strings in English only: Persian ones are ours (platform/react-aria-fa.ts)
 * and thirty other languages would be dead weight.
 */
export function onlyEnglishReactAria(): Plugin {
  return {
    name: 'peyvand:only-english-react-aria',
    enforce: 'pre',
    load(id) {
      return otherLanguages.test(id) ? 'export default undefined' : undefined
    },
  }
}
