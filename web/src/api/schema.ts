// A schema of the API by its name, out of openapi.json: type Project = Schema<"Project">. openapi.d.ts is made by `node openapi.mjs` and never edited.
import type { components } from "./openapi";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
