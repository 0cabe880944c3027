import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { projectRoot } from '../src/platform/config/index.ts'
import { generateAll } from '../tools/generate/all.ts'

test('the generated files are what the code says: run `npm run generate` and commit', async () => {
  for (const [path, text] of await generateAll(inject('templateUrl'))) {
    expect(readFileSync(join(projectRoot, path), 'utf8'), path).toBe(text)
  }
})
