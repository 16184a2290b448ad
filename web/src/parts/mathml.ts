// A formula's tree as MathML. A node's parts stand before it in the list; the last node is the whole.
import { createElement, type ReactNode } from "react";
import type { FormulaNode } from "../api/formula";

let serial = 0;
function el(name: string, ...children: ReactNode[]): ReactNode {
  serial += 1;
  return createElement(name, { key: serial }, ...children);
}
function attributed(name: string, attributes: Record<string, string>, ...children: ReactNode[]): ReactNode {
  serial += 1;
  return createElement(name, { key: serial, ...attributes }, ...children);
}
const op = (sign: string) => el("mo", sign);
const row = (...children: ReactNode[]) => el("mrow", ...children);

const GREEK: Readonly<Record<string, string>> = { eps: "ε", eta: "η", rho: "ρ", delta: "δ", alpha: "α", beta: "β" };

// "EM_BL" is EM with BL below; a word without "_" stands as it is.
export function symbol(name: string, index?: string): ReactNode {
  const [head = "", ...rest] = name.split("_");
  const base = el("mi", GREEK[head] ?? head);
  const below = [rest.join(","), index ?? ""].filter(Boolean).join(", ");
  return below ? el("msub", base, el("mtext", below)) : base;
}

// How strongly a node holds together; a weaker part inside a stronger one stands in parentheses.
const STRENGTH: Readonly<Record<string, number>> = { or: 1, and: 2, not: 3, compare: 4, sum: 5, negative: 5.5, product: 6, power: 7 };

const COMPARISONS: Readonly<Record<string, string>> = { "==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">" };

export class FormulaWriter {
  readonly lookups = new Set<string>();
  readonly functions = new Set<string>();
  constructor(private readonly nodes: readonly FormulaNode[]) {}

  // The whole as the children of <math>.
  write(): ReactNode {
    return this.nodes.length === 0 ? null : this.node(this.nodes.length - 1);
  }

  private node(at: number): ReactNode {
    const node = this.nodes[at]!;
    switch (node.kind) {
      case "number":
        return node.index ? row(el("mn", node.text), attributed("mspace", { width: "0.2em" }), el("mtext", node.index)) : el("mn", node.text);
      case "text":
        return el("mtext", `“${node.text}”`);
      case "truth":
        return el("mtext", node.text);
      case "name":
        return symbol(node.text);
      case "row_name":
        return symbol(node.text, node.index);
      case "sum":
        return row(...node.items.flatMap((item, i) => [i > 0 || node.operators[i] === "-" ? op(node.operators[i] === "-" ? "−" : "+") : null, this.inside(item, 5, i > 0)]));
      case "product":
        return this.product(node);
      case "negative":
        return row(op("−"), this.inside(node.items[0]!, 6, true));
      case "power":
        return el("msup", this.inside(node.items[0]!, 8, false), el("mn", String(node.exponent)));
      case "compare":
        return row(this.inside(node.items[0]!, 5, false), op(COMPARISONS[node.operators[0] ?? ""] ?? node.operators[0]!), this.inside(node.items[1]!, 5, false));
      case "and":
      case "or":
        return row(...node.items.flatMap((item, i) => [i > 0 ? op(node.kind === "and" ? "∧" : "∨") : null, this.inside(item, STRENGTH[node.kind]!, false)]));
      case "not":
        return row(op("¬"), this.inside(node.items[0]!, 4, true));
      case "row_sum":
        return row(el("munder", op("∑"), row(el("mi", node.index), op("∈"), el("mtext", node.text))), this.inside(node.items[0]!, 6, false));
      case "lookup":
        return this.lookup(node);
      case "call":
        return this.call(node);
      default:
        return el("mtext", node.text);
    }
  }

  // In parentheses where it holds together less strongly than what it stands in.
  private inside(at: number, strength: number, tight: boolean): ReactNode {
    const own = STRENGTH[this.nodes[at]!.kind] ?? 9;
    const weak = tight ? own <= strength && own < 6 : own < strength;
    return weak ? row(op("("), this.node(at), op(")")) : this.node(at);
  }

  // What is divided by stands below a line.
  private product(node: FormulaNode): ReactNode {
    const above = node.items.filter((_, i) => node.operators[i] !== "/");
    const below = node.items.filter((_, i) => node.operators[i] === "/");
    const times = (items: readonly number[], alone: boolean) =>
      row(...items.flatMap((item, i) => [i > 0 ? op("×") : null, alone && items.length === 1 ? this.node(item) : this.inside(item, 6, false)]));
    if (below.length === 0) return times(above, false);
    return el("mfrac", above.length === 0 ? el("mn", "1") : times(above, true), times(below, true));
  }

  private lookup(node: FormulaNode): ReactNode {
    const [table, ...keys] = node.items;
    const name = table === undefined ? "?" : this.nodes[table]!.text;
    this.lookups.add(name);
    const shown = keys.flatMap((item, i) => [i > 0 ? op(",") : null, this.node(item)]);
    return row(el("msub", el("mtext", node.text || name), el("mtext", name)), op("["), ...shown, op("]"));
  }

  private call(node: FormulaNode): ReactNode {
    if (node.text === "sqrt") return el("msqrt", this.node(node.items[0]!));
    if (node.text === "abs") return row(op("|"), this.node(node.items[0]!), op("|"));
    if (node.text === "root" && node.items.length === 2) return el("mroot", this.node(node.items[0]!), this.node(node.items[1]!));
    this.functions.add(node.text);
    return row(el("mi", node.text), op("("), ...node.items.flatMap((item, i) => [i > 0 ? op(",") : null, this.node(item)]), op(")"));
  }
}
