#!/usr/bin/env bash
# A registry that already runs is brought into a new store; see README.md.
. "$(dirname "$0")/../common.sh"
echo "既にある登録簿の移行: 登録プロジェクト1,219件と認証1,012回   数字の出どころは examples/migrate/README.md"

if [ -d "$STORE" ]; then
  stands_already
  exit
fi

step "一覧を読み、照合する(台帳はまだ要らない)"
tell migrate "$HERE/data" --dry-run --report "$VAR/receipts/$NAME.report.txt" | sed -n 1,16p
echo "   ... 全文は ${VAR#"$ROOT"/}/receipts/$NAME.report.txt"

step "新しい台帳を作り、移行する"
making=$STORE.making
rm -rf "$making"
[ -f "$KEY" ] || "$SUMI" keys new "$KEY" --name "$NAME.sumi.example.jp" >/dev/null
"$SUMI" --store "$making" --signing-key "$KEY" init --operator "J-クレジット制度事務局(演習)" --time 2026-04-01 | sed "s|$making|$STORE|; s|$ROOT/||" | indented
"$SUMI" --store "$making" do 'account RT 1 retirement' 'account GV 1 government' 'account CN 1 cancellation' >/dev/null
"$SUMI" --store "$making" --signing-key "$KEY" migrate "$HERE/data" | sed "s|$making|$STORE|; s|$ROOT/||" | indented
mv "$making" "$STORE"

step "制度の統計"
tell --store "$STORE" statistics

step "移行の記録の受領証を作り、台帳なしで検証する"
make_receipt CloseOpening 1
verify_receipt

step "台帳の全体を検査する"
tell --store "$STORE" check --full
