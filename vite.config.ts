import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

/**
 * Only the web layer is built. The server bundle starts at `src/web/handler.ts`, so that the host hands its one App
 * to the pages; packages stay outside the bundle, kernel and modules enter it as types, schemas and locale files only.
 * In development the host runs Vite inside itself: no socket of its own, pages send no script to listen with.
 */
export default defineConfig({
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { build: { rollupOptions: { input: './src/web/handler.ts' } } } },
  // Databases and files of running offices change all the time.
  server: { ws: false, hmr: false, watch: { ignored: ['**/.data/**', '**/.tmp/**'] } },
})
