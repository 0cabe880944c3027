import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const leastBytes = 1024

/** Every text of the build stands there gzipped as well: the server sends it to browsers that take it, and compresses nothing itself. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = 'dist' }) {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html)$/.test(name))
    for (const file of files.map((name) => join(dir, name))) {
      const content = readFileSync(file)
      if (content.length >= leastBytes) writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
    }
  },
}

export default defineConfig({
  plugins: [react(), compressed],
  build: {
    target: 'es2022',
    rollupOptions: { input: { desk: 'index.html', pocket: 'pocket/index.html' } },
    chunkSizeWarningLimit: 1600,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7310' } },
})
