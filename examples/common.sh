# What the examples' run.sh share; sourced, not run. Interface with ./dev run: SUMI (the program), SUMI_VERIFY (default: beside it) and
# STORE (folder of the example's store). The log's signing key and the receipts lie outside of the store, in ../../keys and ../../receipts.
set -euo pipefail
export LC_ALL=C.UTF-8
unset SUMI_STORE SUMI_RULEBOOK SUMI_SIGNING_KEY SUMI_LANGUAGE

HERE=$(cd "$(dirname "$0")" && pwd)
NAME=$(basename "$HERE")
ROOT=$(cd "$HERE/../.." && pwd)
SUMI=${SUMI:-$ROOT/build/release/sumi}
SUMI_VERIFY=${SUMI_VERIFY:-$(dirname "$SUMI")/sumi-verify}
STORE=${STORE:-$ROOT/var/store/$NAME}
for program in "$SUMI" "$SUMI_VERIFY"; do
  [ -x "$program" ] || { echo "$program がありません。先に ./dev build release か ./dev examples を実行してください。/ not there; build it first" >&2; exit 2; }
done
VAR=$(dirname "$STORE")/..
mkdir -p "$(dirname "$STORE")" "$VAR/keys" "$VAR/receipts"
VAR=$(cd "$VAR" && pwd)
KEY=$VAR/keys/$NAME.key
RECEIPT=$VAR/receipts/$NAME.txt

STEP=0
# step TITLE: a heading of the story.
step() {
  STEP=$((STEP + 1))
  printf '\n%d. %s\n' "$STEP" "$*"
}
indented() { sed 's/^/   /'; }

# tell WORDS...: the command as one would type it, then what it says.
tell() {
  printf '   $ sumi'
  printf ' %s' "$@" | sed "s|$ROOT/||g"
  printf '\n'
  "$SUMI" "$@" | indented
}

# Only the lines that a pattern names: part_of PATTERN WORDS...
part_of() {
  local pattern=$1
  shift
  printf '   $ sumi'
  printf ' %s' "$@" | sed "s|$ROOT/||g"
  printf ' | grep -E "%s"\n' "$pattern"
  "$SUMI" "$@" | grep -E "$pattern" | indented
}

# A store is made beside its place and moved there when its story is complete, so that an interrupted run leaves none.
make_store() {
  local begin=$1 story=$2 making=$STORE.making
  rm -rf "$making"
  [ -f "$KEY" ] || "$SUMI" keys new "$KEY" --name "$NAME.sumi.example.jp" >/dev/null
  "$SUMI" --store "$making" --signing-key "$KEY" init --operator "J-クレジット制度事務局(演習)" --time "$begin" | sed "s|$making|$STORE|; s|$ROOT/||" | indented
  "$SUMI" --store "$making" play "$story" | indented
  mv "$making" "$STORE"
}

# The number of the last entry of a kind: entry_of ExecuteRetirement 1 is the first one.
entry_of() {
  "$SUMI" --store "$STORE" journal show --from 1 --count 100000 | awk -v kind="$1" -v wanted="$2" '$3 ~ "^(" kind ")$" && ++seen == wanted { print $1 }'
}

# What the committee certified, line by line, as the state has it.
certified() {
  "$SUMI" --store "$STORE" do "show certification $1" | grep -o '"methodology":"[^"]*","vintage":"[^"]*","tonnes":[0-9]*' |
    sed -E 's/"methodology":"([^"]*)","vintage":"FY([0-9]*)","tonnes":([0-9]*)/   認証 \1 \2年度 \3 t-CO2/'
}

# make_receipt KIND WHICH: of the entry of that kind.
make_receipt() {
  local entry
  entry=$(entry_of "$1" "$2")
  rm -f "$RECEIPT"
  "$SUMI" --store "$STORE" --signing-key "$KEY" receipt "$entry" -o "$RECEIPT" | sed "s|$ROOT/||g" | indented
}

# What a stranger does with a receipt: the program that needs no store, and the fingerprint that came another way.
verify_receipt() {
  local fingerprint
  fingerprint=$("$SUMI" keys show "$KEY" | sed -n 's/^指紋  *//p')
  printf '   $ sumi-verify --public-key %s... %s\n' "${fingerprint:0:16}" "${RECEIPT#"$ROOT"/}"
  "$SUMI_VERIFY" --public-key "$fingerprint" "$RECEIPT" | indented
}

# Where the store stands from an earlier run: how it is, and the kept receipt once more.
stands_already() {
  echo "台帳は前回のものがあります: ${STORE#"$ROOT"/} (はじめから演じるには ./dev examples --fresh)"
  step "台帳の状態と保有"
  tell --store "$STORE" status
  tell --store "$STORE" holdings
  step "保存してある受領証を、もう一度検証する"
  # A store of version 0.2.0 holds it under its former name.
  [ -f "$RECEIPT" ] || make_receipt "ExecuteRetirement|ConfirmRetirement" 1
  verify_receipt
}
