// SPDX-License-Identifier: Apache-2.0
// The order of the pages. A page's title is its first heading; a folder is all of its pages. What is not here yet comes
// at the end.
export const sidebar = [
  {
    text: 'Begin',
    items: [{ text: 'What it is', link: 'README.md' }, 'docs/quickstart.md', 'docs/routes.md', 'docs/guide/migration.md']
  },
  {
    text: 'Runtimes and languages',
    items: [
      'docs/guide/camel-main.md',
      'docs/guide/spring-boot.md',
      { text: 'Spring Boot, an example', link: 'camel-apivideo-examples/spring-boot/README.md' },
      { text: 'The Quarkus extension', link: 'camel-apivideo-quarkus/README.md' },
      'docs/guide/jbang.md',
      'docs/guide/endpoint-dsl.md',
      'docs/guide/kamelets.md',
      'docs/guide/kubernetes.md'
    ]
  },
  {
    text: 'Uploads',
    items: [
      'docs/guide/bodies.md',
      'docs/guide/resume.md',
      'docs/guide/waiting.md',
      'docs/guide/listeners.md',
      'docs/guide/abandoned.md',
      'docs/guide/limits.md'
    ]
  },
  { text: 'Accounts', items: ['docs/guide/credentials.md', 'docs/guide/accounts.md', 'SECURITY.md'] },
  {
    text: 'When it fails',
    items: [
      'docs/guide/errors.md',
      'docs/guide/error-handling.md',
      'docs/guide/failures.md',
      'docs/troubleshooting.md'
    ]
  },
  { text: 'Operations and events', items: ['docs/operations.md', 'docs/events.md'] },
  { text: 'Reference', items: ['docs/options.md', 'docs/versions.md'] },
  { text: 'In production', items: ['docs/production/README.md', 'docs/guide/monitoring.md'] },
  {
    text: 'Tests',
    items: ['docs/guide/testing.md', 'docs/simulator.md', { text: 'The simulator', link: 'camel-apivideo-simulator/README.md' }]
  },
  { text: 'Examples', collapsed: true, folder: 'camel-apivideo-examples' },
  { text: 'Measured', collapsed: true, items: ['docs/scaling.md', 'docs/performance.md', 'docs/reliability.md', 'docs/long-runs.md'] },
  {
    text: 'The project',
    collapsed: true,
    items: ['docs/architecture.md', { text: 'Decisions', collapsed: true, folder: 'docs/decisions' }, 'CONTRIBUTING.md', 'CHANGELOG.md']
  },
  { text: 'More', items: [{ folder: 'docs' }] }
]
