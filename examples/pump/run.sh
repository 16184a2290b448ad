#!/usr/bin/env bash
# The story of the pumps on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "ポンプ・ファンのインバーター制御: 18か月、二つの年度 (EN-S-005)   数字の出どころは examples/pump/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす"
part_of '^(登録申請日|認証対象期間|R5|登録を)' project check "$HERE/plan.toml"

step "運転時間と電力の表(cp932)から、年度ごとの排出削減量を計算する"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2024-10-01..2026-03-31

step "デモの台帳を作り、登録、検証、認証、発行、移転、無効化までを演じる"
make_store 2024-05-01 "$HERE/story.inc"
certified 1

step "移転と、代理の無効化のあと"
tell --store "$STORE" holdings

step "無効化の受領証を作り、台帳なしで検証する"
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する。認証もデータから計算し直す"
tell --store "$STORE" check --full
