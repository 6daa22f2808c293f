import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractForBrowser } from './build/contract-for-browser.ts'
import { cssLayers } from './build/css-layers.ts'
import { firstPageSize } from './build/first-page-size.ts'
import { onlyEnglishReactAria } from './build/react-aria-strings.ts'
import { words } from './build/words.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root: here,
  plugins: [
    react(),
    words(`${here}locales`),
    onlyEnglishReactAria(),
    contractForBrowser(),
    cssLayers(),
    firstPageSize(`${here}locales`),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env['PEYVAND_API'] ?? 'http://localhost:4004' } },
  },
})
