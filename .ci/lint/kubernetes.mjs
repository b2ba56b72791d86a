// SPDX-License-Identifier: Apache-2.0
// Checks each Dockerfile and each manifest of a folder: the instructions of the one, kinds and properties of the other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parseAllDocuments } from 'yaml';

const folder = process.argv[2];
const problems = [];
let checked = 0;

async function manifest(path) {
  for (const document of parseAllDocuments(readFileSync(path, 'utf8'), { uniqueKeys: true })) {
    document.errors.forEach(error => problems.push(`${path}: ${error.message}`));
    const resource = document.toJS();
    try {
      const models = await import(`kubernetes-models/${resource.apiVersion}`);
      new models[resource.kind](resource).validate();
    } catch (error) {
      problems.push(`${path}: ${resource.apiVersion} ${resource.kind}: ${error.message}`);
    }
    checked++;
  }
}

for (const name of readdirSync(folder)) {
  const path = join(folder, name);
  if (name.endsWith('Dockerfile')) {
    validate(readFileSync(path, 'utf8')).forEach(({ message, range }) =>
      problems.push(`${path}:${range.start.line + 1}: ${message}`));
    checked++;
  } else if (name.endsWith('.yaml')) {
    await manifest(path);
  }
}

problems.forEach(problem => console.error(problem));
console.log(`${checked} resources and Dockerfiles, ${problems.length} problems`);
process.exit(problems.length || !checked ? 1 : 0);
