// Reading and changing a plan by path: "activities[0].place.site". Nothing is changed in place.
import type { FormField, PlanTree, PlanValue } from "./api";

export type Step = string | number;

export function stepsOf(path: string): Step[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((match) => (match[2] !== undefined ? Number(match[2]) : match[1]!));
}

export function at(value: PlanValue, steps: readonly Step[]): PlanValue {
  let found: PlanValue = value;
  for (const step of steps) {
    if (Array.isArray(found) && typeof step === "number") found = found[step];
    else if (found && typeof found === "object" && !Array.isArray(found) && typeof step === "string") found = found[step];
    else return undefined;
  }
  return found;
}

export function put(value: PlanValue, steps: readonly Step[], next: PlanValue): PlanValue {
  const [step, ...rest] = steps;
  if (step === undefined) return next;
  if (typeof step === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    list[step] = put(list[step], rest, next);
    return list;
  }
  const table = value && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
  table[step] = put(table[step], rest, next);
  return table;
}

// What a new row begins with: empty texts, the first of each choice.
export function emptyOf(field: FormField): PlanValue {
  switch (field.kind) {
    case "flag":
      return false;
    case "count":
      return 0;
    case "choice":
      return field.options[0]?.value ?? "";
    case "list":
      return [];
    case "group":
      return rowOf(field);
    default:
      return "";
  }
}
export function rowOf(field: FormField): PlanTree {
  return Object.fromEntries(field.parts.map((part) => [part.key, emptyOf(part)]));
}

// "activities[0].place.site" -> "plan-activities-0-place-site": the id of its field in the page.
export function idOf(path: string): string {
  return `plan-${stepsOf(path).join("-")}`;
}
