import type { Schema } from "./schema";

// A formula of the rulebook as a tree; `items` are the numbers of a node's parts in the list, which stand before it. The last node is the whole.
export type FormulaNode = Schema<"service.FormulaNode">;
