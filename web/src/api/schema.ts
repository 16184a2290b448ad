// A schema of the API by its name, out of openapi.json: type Project = Schema<"Project">. openapi.d.ts is made by `node openapi.mjs` and never edited.
import type { components } from "./openapi";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

// The same as a page reads it. An id that is none is left out of an answer, so the file calls every id optional: `Always` names those that always stand. `Inner`
// says of which of its fields the shape is told more closely, since they hold such ids themselves or words of which the file says only that they are text.
export type Shape<Name extends keyof components["schemas"], Always extends keyof Schema<Name> = never, Inner extends { [Key in keyof Schema<Name>]?: unknown } = Record<never, never>> = Omit<
  Schema<Name>,
  Always | keyof Inner
> &
  Required<Pick<Schema<Name>, Exclude<Always, keyof Inner>>> &
  Inner;
