// As much of an OpenAPI 3.1 file as the page shows.
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
export interface Operation {
  operationId: string;
  summary: string;
  "x-summary-ja"?: string;
  "x-right"?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}
export interface OpenApi {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Row {
  method: string;
  path: string;
  tag: string;
  operation: Operation;
}
export function rowsOf(file: OpenApi): Row[] {
  return Object.entries(file.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, tag: operation.tags?.[0] ?? "", operation })),
  );
}

// "#/components/schemas/service.ProjectView" -> "service.ProjectView".
export function referenced(schema: Schema | undefined): string | undefined {
  const to = schema?.$ref ?? schema?.items?.$ref;
  return to?.replace("#/components/schemas/", "");
}
export function typeText(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.$ref) return referenced(schema) ?? "";
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.items) return `[${typeText(schema.items)}]`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "");
  return schema.format ? `${type} (${schema.format})` : type;
}
