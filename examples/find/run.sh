#!/usr/bin/env bash
# A subsidy office's list of 200 pieces of equipment; see README.md. There is no ledger in this story.
. "$(dirname "$0")/../common.sh"
echo "補助金の交付先一覧から、クレジットになり得る設備を探す   数字の出どころは examples/find/README.md"
MADE=$VAR/find
rm -rf "$MADE"
mkdir -p "$MADE"

step "列名から対応表を推測する(人が直したものが map.toml)"
tell project find --make-map "$HERE/list.csv" -o "$MADE/guess.toml"
grep -E '^(equipment|start|investment|CEF_el) ' "$MADE/guess.toml" | indented

step "一行ずつ判定する: 登録済みのプログラムへの参加、単独、まとめて申請、対象外とその理由"
part_of '^(判定|join|own|together|open|not_possible|unreadable|価格 省エネ|申告値|  examples)' project find "$HERE/list.csv" --columns "$HERE/map.toml" --programmes "$HERE/programmes.csv" --out "$MADE/result.csv" --application "$MADE/application" --operator 架空市
for plan in "$MADE"/application/*/plan.toml; do
  printf '   %s: 会員 %d 件\n' "$(basename "$(dirname "$plan")")" "$(($(wc -l <"$(dirname "$plan")/members.csv") - 1))"
done

step "Excelのブックも、同じ対応表で読む(列名は1行目にある)"
sed 's/^header_line = 2/header_line = 1/' "$HERE/map.toml" >"$MADE/map-xlsx.toml"
part_of '^(join|together|open)' project find "$HERE/list.xlsx" --columns "$MADE/map-xlsx.toml" --programmes "$HERE/programmes.csv"
