import type { Plugin } from 'vite'

const order = '@layer tokens,base,kit,screens,print;'

/**
 * Says the order of the layers at the head of every style sheet that is built: they arrive in any
 * order, and the first to be read decides.
 */
export function cssLayers(): Plugin {
  return {
    name: 'peyvand:css-layers',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type === 'asset' && asset.fileName.endsWith('.css')) {
          asset.source = order + String(asset.source)
        }
      }
    },
  }
}
