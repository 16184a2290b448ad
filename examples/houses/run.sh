#!/usr/bin/env bash
# The story of the houses on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "省エネルギー住宅の新築: 二つの型の60戸から47トン (EN-S-039)   数字の出どころは examples/houses/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす"
part_of '^(登録申請日|認証対象期間|R5|R6|登録を)' project check "$HERE/plan.toml"

step "住戸ごとの一覧24枚から書き写した表から、排出削減量を計算する。二つの型を足してから一度だけ切り捨てる"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2025-04-01..2026-03-31

step "デモの台帳を作り、登録、検証、認証、発行、移転、無効化までを演じる"
make_store 2024-11-01 "$HERE/story.inc"
certified 1

step "移転と無効化のあと"
tell --store "$STORE" holdings

step "無効化の受領証を作り、台帳なしで検証する"
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する。認証も根拠資料から計算し直す"
tell --store "$STORE" check --full
