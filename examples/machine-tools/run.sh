#!/usr/bin/env bash
# The story of the machine tools on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "工作機械の更新: 更新前の原単位から290トン (EN-S-022)   数字の出どころは examples/machine-tools/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす"
part_of '^(登録申請日|認証対象期間|R5|R6|登録を)' project check "$HERE/plan.toml"

step "生産個数と電力の表から、排出削減量を計算する"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2025-04-01..2026-03-31

step "デモの台帳を作り、登録、検証、認証、発行、移転、無効化までを演じる"
make_store 2024-11-01 "$HERE/story.inc"
certified 1

step "200トンが納め先に渡り、そのうち150トンが無効化された"
tell --store "$STORE" holdings

step "無効化の受領証を作り、台帳なしで検証する"
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する。認証もデータから計算し直す"
tell --store "$STORE" check --full
