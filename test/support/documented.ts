import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/config/index.ts'

/** A command that a page tells the reader to type. */
export type Documented = { readonly page: string; readonly line: number; readonly command: string }

const folders = ['docs', 'docs/guides', 'docs/operations', 'docs/concepts']
const pages = (): string[] => [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  ...folders.flatMap((folder) => readPages(folder).map((name) => `${folder}/${name}`)),
]
const readPages = (folder: string): string[] => {
  try {
    return readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith('.md'))
  } catch {
    return []
  }
}

const typed = /^(\.\/bin\/careloom|npm|npx|curl|node)\s/
const withoutComment = (line: string): string => line.replace(/(^|\s)#\s.*$/, '').trim()

/** Every command of the pages for people: in blocks marked `sh`, one per line (`\` goes on), and in running text between backticks. */
export const documentedCommands = (): Documented[] =>
  pages().flatMap((page) => commandsOf(page, readFileSync(join(projectRoot, page), 'utf8')))

export function commandsOf(page: string, text: string): Documented[] {
  const found: Documented[] = []
  let inBlock: 'sh' | 'other' | null = null
  let begun = ''
  for (const [place, line] of text.split('\n').entries()) {
    const fence = line.match(/^\s*```(\w*)/)
    if (fence) {
      inBlock = inBlock ? null : fence[1] === 'sh' ? 'sh' : 'other'
      continue
    }
    const add = (command: string) => found.push({ page, line: place + 1, command })
    if (inBlock === 'sh') {
      const whole = begun + withoutComment(line)
      begun = whole.endsWith('\\') ? `${whole.slice(0, -1).trim()} ` : ''
      if (!begun && whole) add(whole)
    } else if (!inBlock) for (const [, code = ''] of line.matchAll(/`([^`]+)`/g)) if (typed.test(`${code} `)) add(code.trim())
  }
  return found
}

/** Whether it shows how to write a command rather than one to type: capitals, brackets or dots stand for what the reader has. */
export const isPattern = (command: string): boolean =>
  /\[|(^|[\s=])[A-Z]{3,}(\.\w+)?(\s|$)|\.\.\./.test(command.replace(/\b[A-Z_]+=\S+/g, ''))
