#!/usr/bin/env bash
# The boiler's story on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "ボイラーの更新: 請求書から受領証まで (EN-S-001)   数字の出どころは examples/boiler/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす。投資回収年数は (10,000 - 5,000) / (1,000 - 300)"
part_of '^(登録申請日|認証対象期間|R2|R5|登録を)' project check "$HERE/plan.toml"

step "請求書20枚を書き写した表(cp932)から、年度ごとの排出削減量を計算する"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2024-08-01..2026-03-31

step "デモの台帳を作り、登録、検証、認証、発行、移転、無効化までを演じる"
make_store 2024-04-01 "$HERE/story.inc"
tell --store "$STORE" project list

step "認証された量。年度ごとに一度だけ切り捨てる"
certified 1

step "移転。数量で申請し、古い年度のものから渡る"
part_of 'Transfer|business_date|actor|asked|outcome' --store "$STORE" journal show --from "$(entry_of Transfer 1)" --count 1

step "だれが、どのシリアル番号をもっているか。「使用済」は無効化されたもの"
tell --store "$STORE" holdings

step "無効化の受領証を作る"
make_receipt ExecuteRetirement 1

step "受け取った人が、台帳なしで受領証を検証する"
verify_receipt

step "台帳の全体を検査する。認証も根拠資料から計算し直す"
tell --store "$STORE" check --full
