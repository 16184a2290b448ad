#!/usr/bin/env bash
# The story of the biochar on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "バイオ炭の農地施用: 100トンの炭から (AG-004)   数字の出どころは examples/biochar/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす。追加性の評価と認証対象期間の定めは、この方法論にない"
part_of '^(登録申請日|R2|R3|R5|R6|登録を)' project check "$HERE/plan.toml"

step "貯留量から、運搬、製造、散布の排出量を引く"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2025-04-01..2026-03-31

step "デモの台帳を作り、登録、検証、認証、発行、移転、無効化までを演じる"
make_store 2024-10-01 "$HERE/story.inc"
certified 1

step "発行されたのは、技術による除去のクレジット"
"$SUMI" --store "$STORE" do "show batch 1" | grep -oE '"(methodology|effect|basis|credit_type)":"[^"]*"' | indented

step "移転と無効化のあと"
tell --store "$STORE" holdings

step "無効化の受領証を作り、台帳なしで検証する"
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する。認証もデータから計算し直す"
tell --store "$STORE" check --full
