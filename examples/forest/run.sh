#!/usr/bin/env bash
# The forest's story on a demo store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "森林経営活動: 林分、バッファー、消失とその補填、永続性の報告 (FO-001)   数字の出どころは examples/forest/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "計画書を登録の要件に照らす"
part_of '^(登録申請日|認証対象期間|R2|R3|R5|R8|登録を)' project check "$HERE/plan.toml"

step "林分の一覧と収穫予想表から、計画書の行とモニタリングデータができる"
(cd "$HERE" && part_of '^parameter|,12-い-2,' project stands stands.csv --yield yield.csv --year FY2024 --to FY2025 --data)

step "主伐を加えた data.csv から、年度ごとの吸収量を計算する"
tell project calculate "$HERE/plan.toml" "$HERE/data.csv" --period 2024-04-01..2026-03-31

step "デモの台帳を作り、登録、認証、発行、販売、二つの消失、永続性の報告を演じる"
make_store 2024-04-01 "$HERE/story.inc"
certified 1

step "発行: 認証2,078トンの3 %、切り捨てて62トンがバッファーに入る"
tell --store "$STORE" holdings

step "台風の45トンはバッファーから無効化され、作業場の120トンは買い戻して取り消された"
work='RecordReversal|DrawBuffer|SettleObligation|business_date|asked|outcome'
part_of "$work" --store "$STORE" journal show --from "$(entry_of RecordReversal 1)" --count 2
part_of "$work" --store "$STORE" journal show --from "$(entry_of RecordReversal 2)" --count 1
part_of "$work" --store "$STORE" journal show --from "$(entry_of SettleObligation 1)" --count 1

step "永続性の報告: 期日のあるもの。2年目の報告がないまま2034年8月になると"
tell --store "$STORE" project due
tell --store "$STORE" project due --on 2034-08-01

step "無効化の受領証を作り、台帳なしで検証する"
make_receipt ExecuteRetirement 1
verify_receipt

step "台帳の全体を検査する。認証も根拠資料から計算し直す"
tell --store "$STORE" check --full
