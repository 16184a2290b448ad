// A refusal as an error that can be thrown, caught and shown (parts/ProblemNotice.tsx).
import type { FieldProblem, ProblemAnswer } from "./contract";
import { texts } from "./texts";

export class Problem extends Error {
  readonly answer: ProblemAnswer;
  // Seconds to wait before asking again, where the server says so (429, 503).
  readonly retryAfter: number | undefined;

  constructor(answer: ProblemAnswer, retryAfter?: number) {
    super(`${answer.code}: ${answer.en}`);
    this.name = "Problem";
    this.answer = answer;
    this.retryAfter = retryAfter;
  }
  get status(): number {
    return this.answer.status;
  }
  get code(): string {
    return this.answer.code;
  }
  // Asking the same again may help: the request may not have arrived, or the server was busy.
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504;
  }
  // What is wrong with one field of the form; a field inside a list is named as the server does ("units.0.first").
  field(path: string): FieldProblem | undefined {
    return this.answer.errors?.find((error) => error.path === path);
  }
}

function own(code: "unreachable" | "unreadable", status: number): ProblemAnswer {
  const remedy = code === "unreachable" ? texts.unreachableRemedy : texts.unreadableRemedy;
  return { status, code: `page.${code}`, ja: texts[code].ja, en: texts[code].en, remedy_ja: remedy.ja, remedy_en: remedy.en };
}

export function unreachable(): Problem {
  return new Problem(own("unreachable", 0));
}

export async function problemOf(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get("Retry-After"));
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  try {
    const answer = (await response.json()) as Partial<ProblemAnswer>;
    if (typeof answer.code === "string" && typeof answer.ja === "string" && typeof answer.en === "string") {
      return new Problem({ ...(answer as ProblemAnswer), status: response.status }, retryAfter);
    }
  } catch {
    // No JSON: something between the page and the server answered.
  }
  return new Problem(own("unreadable", response.status), retryAfter);
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem({ ...own("unreadable", 0), detail: error instanceof Error ? error.message : String(error) });
}
