#!/usr/bin/env bash
# The story of the lighting on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "LED照明の導入: 四つの場所の点灯時間から、二つの口座へ (EN-S-006)   数字の出どころは examples/lighting/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす"
part_of '^(登録申請日|認証対象期間|R5|登録を)' project check "$HERE/plan.toml"

step "点灯時間の表から、排出削減量を計算する"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2025-04-01..2026-03-31

step "デモの台帳を作り、登録から無効化までを演じる"
make_store 2024-11-01 "$HERE/story.inc"
certified 1

step "二つの口座に発行され、仲介会社の10トンが無効化された"
tell --store "$STORE" holdings

step "無効化の受領証を作り、台帳なしで検証する"
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する"
tell --store "$STORE" check --full
