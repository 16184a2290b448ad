import { defineTexts } from "../i18n/texts";

export const formulaTexts = defineTexts({
  unit: { ja: "単位", en: "Unit" },
  when: { ja: "条件: {when}", en: "Where: {when}" },
  showText: { ja: "式の文を開く", en: "Show the formula's text" },
  lookups: { ja: "式が引く表", en: "Tables that it looks up" },
  fn_half_even: { ja: "half_even(x, n): 小数第n位に丸める(ちょうど半分は偶数へ)", en: "half_even(x, n): rounded to n places, halves to even" },
  fn_half_up: { ja: "half_up(x, n): 小数第n位に四捨五入", en: "half_up(x, n): rounded to n places, halves up" },
  fn_floor: { ja: "floor(x, n): 小数第n位より下を切り捨て(負の数は下へ)", en: "floor(x, n): down to n places" },
  fn_ceiling: { ja: "ceiling(x, n): 小数第n位に切り上げ", en: "ceiling(x, n): up to n places" },
  fn_truncate: { ja: "truncate(x, n): 小数第n位より下を捨てる", en: "truncate(x, n): cut off after n places" },
  fn_if: { ja: "if(条件, a, b): 条件が成り立てばa、そうでなければb", en: "if(condition, a, b): a where the condition holds, else b" },
  fn_significant: { ja: "…_significant(x, n): 有効数字n桁に", en: "…_significant(x, n): to n significant digits" },
});
