// The parser imports its schema, a JSON file, in the way of a bundler; this hook lets Node do so too.
import { readFile } from 'node:fs/promises';

export async function load(url, context, next) {
  if (!url.endsWith('.json')) {
    return next(url, context);
  }
  return { format: 'module', shortCircuit: true, source: `export default ${await readFile(new URL(url), 'utf8')}` };
}
