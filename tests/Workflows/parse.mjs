// Reads workflows by GitHub's own parser, with the expressions in them and the workflows that they call, and prints each error: node parse.mjs ROOT FILE...
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';

register('./json-modules.mjs', import.meta.url);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser');

const [root, ...files] = process.argv.slice(2);
const read = name => ({ name, content: readFileSync(join(root, name), 'utf8') });
const provider = { getFileContent: async reference => read(reference.path) };
let wrong = 0;
for (const name of files) {
  const parsed = parseWorkflow(read(name), new NoOperationTraceWriter());
  if (parsed.value) {
    await convertWorkflowTemplate(parsed.context, parsed.value, provider, { fetchReusableWorkflowDepth: 4, errorPolicy: 1 });
  }
  for (const error of parsed.context.errors.getErrors()) {
    wrong++;
    console.log(error.message);
  }
}
console.log(`${files.length} workflows, ${wrong} errors`);
process.exitCode = wrong > 0 ? 1 : 0;
