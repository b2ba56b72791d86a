// SPDX-License-Identifier: Apache-2.0
// The pages of the site and its sidebar, read from the Markdown of the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sidebar } from './sidebar.mjs'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const others = new Set(['site', 'src', 'target', 'node_modules'])

/** The page of a Markdown file: a README.md is the first page of its folder. */
export const pageOf = (path) => path.replace(/(^|\/)README\.md$/, '$1index.md')

function pagesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return others.has(entry.name) ? [] : pagesBelow(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

function titleOf(path) {
  return readFileSync(join(root, path), 'utf8').match(/^# (.*)$/m)[1].replaceAll('`', '')
}

function links(item) {
  if (typeof item === 'string') return [item]
  return [...(item.link ? [item.link] : []), ...(item.items ?? []).flatMap(links)]
}

function page(link, text) {
  return { text: text ?? titleOf(link), link: '/' + pageOf(link).replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '') }
}

/** Returns the sidebar for VitePress. */
export function navigation() {
  const shown = new Set(sidebar.flatMap(links))
  const item = (entry) => {
    if (typeof entry === 'string') return existsSync(join(root, entry)) ? [page(entry)] : []
    const below = [...(entry.items ?? []).flatMap(item), ...folder(entry.folder)]
    if (entry.link) return [page(entry.link, entry.text)]
    if (!entry.text) return below
    return below.length ? [{ text: entry.text, collapsed: entry.collapsed, items: below }] : []
  }
  const folder = (name) => {
    if (!name) return []
    const pages = pagesBelow(name).filter((path) => !shown.has(path)).sort()
    pages.forEach((path) => shown.add(path))
    return pages.map((path) => page(path))
  }
  return sidebar.flatMap(item)
}
