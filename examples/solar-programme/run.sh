#!/usr/bin/env bash
# The story of the solar programme on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "賃貸住宅の太陽光のプログラム: 会員1,000人、重複、標本、配分、消去 (EN-R-002)   数字の出どころは examples/solar-programme/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi
PERIOD=2025-04-01..2026-03-31
OUT=$VAR/receipts

step "計画書を登録の要件に照らす(プログラム型の様式)"
part_of '^(登録申請日|認証対象期間|R2|R3|R5|登録を)' project check "$HERE/plan.toml"

step "会員1,000人の12か月の計測値から、会員ごとに計算し、年度で一度だけ切り捨てる"
tell project calculate-members "$HERE/plan.toml" "$HERE/members.csv" "$HERE/data.csv" --period $PERIOD --tonnes "$OUT/$NAME.tonnes.csv"

step "一人の計算の記録。9月に退会した会員 H0733"
tell project calculate-members "$HERE/plan.toml" "$HERE/members.csv" "$HERE/data.csv" --period $PERIOD --member H0733

step "デモの台帳を作り、入会、重複の判断、退会、標本、報告、検証、認証、発行、無効化、消去を演じる"
make_store 2024-10-01 "$HERE/story.inc"
certified 1

step "会員。重複の3件は、綴りが違っても住所と計器で見つかり、事務局の人が判断した"
part_of 'H0017|H1001|H0211|H1002|H0588|H1003|H0412|H0733' --store "$STORE" project members 1 --names

step "標本。名簿を確定してから種を公表したので、だれでも抽出し直せる"
tell project sample size 1000
tell --store "$STORE" project sample replay 1 1
tell --store "$STORE" project sample replay 1 2

step "クレジットの収入 500 × 3,400円から費用400,000円を除いた1,300,000円を、削減量に応じて1円まで配分する"
tell project share "$OUT/$NAME.tonnes.csv" --yen 1300000 --rule per_tonne -o "$OUT/$NAME.shares.csv"
head -3 "$OUT/$NAME.shares.csv" | indented

step "保有と、無効化の受領証"
tell --store "$STORE" holdings
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する。氏名を消した後も、認証は会員ごとに計算し直せる"
tell --store "$STORE" check --full
