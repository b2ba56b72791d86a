// SPDX-License-Identifier: Apache-2.0
// Fails if a link of the built site leads to a page, a file or an anchor that does not exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const site = process.argv[2]
const base = process.env.SITE_BASE || '/'
const pages = new Map()

function read(folder) {
  for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) read(path)
    else if (entry.name.endsWith('.html')) {
      const html = readFileSync(join(site, path), 'utf8')
      const values = (attribute) => [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1])
      pages.set(path, { links: [...values('href'), ...values('src')], anchors: new Set(values('id')) })
    }
  }
}

function dead(page, link) {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return false
  const [path, anchor] = decodeURI(link.replaceAll('&amp;', '&')).split('#')
  let file = page
  if (path) file = path.startsWith('/') ? path : posix.join(posix.dirname(page), path)
  if (path.startsWith('/')) {
    if (!file.startsWith(base)) return true
    file = '/' + file.slice(base.length)
  }
  if (file.endsWith('/')) file += 'index.html'
  if (!existsSync(join(site, file))) {
    file += '.html'
    if (!existsSync(join(site, file))) return true
  }
  return Boolean(anchor) && pages.has(file) && !pages.get(file).anchors.has(anchor)
}

read('/')
const broken = [...pages].flatMap(([page, { links }]) =>
  links.filter((link) => dead(page, link)).map((link) => `${page}: ${link} leads nowhere`))
broken.forEach((line) => console.error(line))
const count = [...pages.values()].reduce((sum, { links }) => sum + links.length, 0)
console.log(`${pages.size} pages, ${count} links, ${broken.length} broken`)
process.exit(broken.length || pages.size < 2 ? 1 : 0)
