// SPDX-License-Identifier: Apache-2.0
import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { defineConfig } from 'vitepress'
import { navigation, pageOf, root } from '../pages.mjs'

const repository = 'https://github.com/camel-apivideo/camel-apivideo'
const withScheme = /^[a-z][a-z0-9+.-]*:/i

/** The anchor of a heading, by the rule of GitHub, so that links work there and here. */
function slugify(heading) {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/ /g, '-')
}

/** Makes a link of the repository one of the site; what is no page leads to the repository. */
function target(page, href) {
  if (withScheme.test(href) || href.startsWith('#')) return href
  const [path, hash] = decodeURI(href).split('#')
  let file = relative(root, join(root, dirname(page), path))
  if (existsSync(join(root, file, 'README.md'))) file = join(file, 'README.md')
  if (!existsSync(join(root, file))) throw new Error(`${page}: ${href} leads nowhere`)
  if (file.endsWith('.md')) return '/' + pageOf(file) + (hash ? '#' + hash : '')
  return `${repository}/${statSync(join(root, file)).isDirectory() ? 'tree' : 'blob'}/main/${file}`
}

function linksOfTheRepository(md) {
  md.core.ruler.push('links-of-the-repository', (state) => {
    const page = relative(root, state.env.realPath ?? state.env.path)
    state.tokens
      .flatMap((token) => token.children ?? [])
      .filter((token) => token.type === 'link_open')
      .forEach((token) => token.attrSet('href', target(page, token.attrGet('href'))))
  })
}

/** Vue would take the {{braces}} of Camel for its own. */
function bracesAsText(md) {
  const code = md.renderer.rules.code_inline
  const text = md.renderer.rules.text
  const escaped = (rule) => (...all) => rule(...all).replaceAll('{{', '&#123;&#123;')
  md.renderer.rules.code_inline = escaped(code)
  md.renderer.rules.text = escaped(text)
}

/** The pages import Vue, and lie outside of the folder that has it. */
const vueOfTheSite = {
  name: 'vue-of-the-site',
  enforce: 'pre',
  resolveId(id, importer, { ssr }) {
    if (!/^vue(\/server-renderer)?$/.test(id)) return null
    return ssr ? { id, external: true } : this.resolve(id, join(root, 'docs/site/package.json'), { skipSelf: true })
  }
}

export default defineConfig({
  title: 'camel-apivideo',
  description: 'An Apache Camel component for the whole life of a video on api.video',
  lang: 'en',
  base: process.env.SITE_BASE || '/',
  srcDir: '../..',
  srcExclude: ['**/target/**', '.github/**', '.ci/**', '**/src/**', 'docs/site/**'],
  outDir: '../../target/site',
  cacheDir: '../../target/site-cache',
  rewrites: pageOf,
  ignoreDeadLinks: 'localhostLinks',
  markdown: { html: false, anchor: { slugify }, config: (md) => [linksOfTheRepository, bracesAsText].forEach((plugin) => plugin(md)) },
  vite: { plugins: [vueOfTheSite], build: { chunkSizeWarningLimit: 4096 } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Quickstart', link: '/docs/quickstart' },
      { text: 'Operations', link: '/docs/operations' },
      { text: 'Options', link: '/docs/options' },
      { text: 'Troubleshooting', link: '/docs/troubleshooting' }
    ],
    sidebar: navigation(),
    socialLinks: [{ icon: 'github', link: repository }]
  }
})
