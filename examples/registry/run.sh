#!/usr/bin/env bash
# The story of the registry on a demo store, then its papers and what anybody may see; see README.md.
. "$(dirname "$0")/../common.sh"
echo "登録簿: 口座、移転、無効化、証書、海外のクレジット、公開   数字の出どころは examples/registry/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi
PAPERS=$VAR/receipts/$NAME-papers
rm -rf "$PAPERS"
mkdir -p "$PAPERS"

step "デモの台帳を作り、引き継ぎから無効化までを演じる"
make_store 2026-04-01 "$HERE/story.inc"

step "無効化通知書(文字とPDF)。その符号から受領証を作り、台帳なしで検証する"
tell --store "$STORE" --as echigo registry notice 1 --out "$PAPERS/notice.txt"
tell --store "$STORE" --as echigo registry notice 1 --format pdf --out "$PAPERS/notice.pdf"
CODE=$("$SUMI" --store "$STORE" --as echigo registry notice 1 --format json | grep -oE 'sumi-demo/[0-9a-f]+#[0-9]+:[0-9a-f]{16}' | head -n 1)
rm -f "$RECEIPT"
tell --store "$STORE" --signing-key "$KEY" registry receipt "$CODE" --out "$RECEIPT"
verify_receipt

step "3トンを分けた950枚の証書"
part_of '3,15[78]|合計' --store "$STORE" --as echigo registry certificates 1

step "取得原価: (20 t × 12,000円 + 15 t × 13,000円) ÷ 35 t = 12,428.57…円"
part_of '移転|無効化' --store "$STORE" --as echigo registry history 6
part_of 'J-Credit' --store "$STORE" --as echigo registry statement 6 --year FY2026

step "残高証明書(5月末)"
part_of '基準日|保有量|JC-' --store "$STORE" --as echigo registry certificate 6 --on 2026-05-31

step "公開: 検索、地域、第6条、公開データ"
tell --store "$STORE" registry search --user '㈱越後みやげ'
tell --store "$STORE" registry search --serial 19385-941467010-941467010-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1
part_of 't-CO2|FY20' --store "$STORE" registry area 新潟県
part_of '^ *ET ' --store "$STORE" registry article6 --party ET --year 2026
rm -rf "$PAPERS/open-data"
tell --store "$STORE" registry open-data "$PAPERS/open-data"

step "一覧の移転を全部か無かで記帳する"
tell --store "$STORE" --as sado --for 5 transfer bulk "$HERE/transfers.csv" --on 2026-06-25 --report "$PAPERS/transfers.csv"

step "台帳の全体を検査する"
tell --store "$STORE" check --full
