// The shapes of the API that the shell and the sign-in read. Where openapi.json has a schema of a shape, the page's own code takes it from there
// (`Schema<"Project">`, schema.ts); these few are written by hand because everything rests on them, and contract.test.ts holds them against the file.
export interface Amount {
  value: string;
  unit: string;
}

export interface Organisation {
  id: number;
  name: string;
  roles: string[];
}

export type StoreKind = "production" | "demo" | "training";

// GET /session. Of somebody who is not signed in: person is absent and the lists are empty.
export interface SessionAnswer {
  person?: { id: string; login: string; name: string };
  // "passed": this session has it. "asked": the password was right and the code is still to come. "to_enrol": the same, and there is no authenticator yet.
  second_factor: "none" | "asked" | "to_enrol" | "passed";
  organisations: Organisation[];
  rights: string[];
  csrf: string;
  store: { kind: StoreKind; name: string; language?: string };
}

// The answer with what this browser chose: for which organisation its user acts.
export interface Session extends SessionAnswer {
  organisation?: Organisation;
  roles: string[];
}

export interface ListAnswer<Item> {
  items: Item[];
  next?: string;
  total?: number;
}

export interface FieldProblem {
  path: string;
  code: string;
  ja: string;
  en: string;
}

// application/problem+json (RFC 9457) as this server fills it.
export interface ProblemAnswer {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code: string;
  number?: number;
  ja: string;
  en: string;
  remedy_ja?: string;
  remedy_en?: string;
  source?: string;
  errors?: FieldProblem[];
}

export interface CommandAnswer {
  entry: number;
  count: number;
  repeated: boolean;
  outcomes: Record<string, unknown>[];
}
