// Is the file an OpenAPI document, by a public validator? Its schemas are compiled as well, each strictly: the
// specification's own schema lets pass what a schema says.
// usage: node check.mjs FILE...
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What is wrong with the schemas, a line each. */
function faultsOfSchemas(document) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addFormat("password", true);
  ajv.addKeyword("components"); // what references lead to
  ajv.addSchema({ $id: "document", components: document.components });
  const faults = [];
  const check = (schema, place) => {
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'));
    try {
      ajv.compile(local);
    } catch (fault) {
      faults.push(`${place}: ${fault.message}`);
    }
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) check(schema, `schema ${name}`);
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      for (const param of operation.parameters) check(param.schema, `${method} ${path} ${param.name}`);
      for (const [media, content] of Object.entries(operation.requestBody?.content ?? {}))
        if (content.schema) check(content.schema, `${method} ${path} ${media}`);
    }
  return faults;
}

let faulty = 0;
for (const file of process.argv.slice(2)) {
  const document = JSON.parse(readFileSync(file, "utf8"));
  const outcome = await new Validator().validate(structuredClone(document));
  const faults = outcome.valid ? faultsOfSchemas(document) : [JSON.stringify(outcome.errors, null, 2)];
  if (faults.length > 0) {
    ++faulty;
    console.log(`${file}:\n${faults.join("\n")}`);
    continue;
  }
  const operations = Object.values(document.paths).flatMap((path) => Object.keys(path)).length;
  console.log(`${file}: OpenAPI ${document.openapi}, ${operations} operations`);
}
process.exit(faulty === 0 ? 0 : 1);
