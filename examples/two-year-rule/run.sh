#!/usr/bin/env bash
# The two-year rule, three plans; see README.md. Needs no store.
. "$(dirname "$0")/../common.sh"
echo "2年前の要件: 登録申請日2019年5月1日に、いつ稼働した設備が間に合うか   数字の出どころは examples/two-year-rule/README.md"

# check PLAN EXPECTED: the rule's answer and the exit code, which is the lesson of this example.
check() {
  local code=0 out
  step "$1"
  printf '   $ sumi project check %s\n' "${HERE#"$ROOT"/}/$1"
  out=$("$SUMI" project check "$HERE/$1" 2>&1) || code=$?
  grep -A1 -E '^R2|この計画は|登録を妨げる' <<<"$out" | grep -E '^R2|改善策|この計画は|登録を妨げる' | indented
  printf '   終了コード %s\n' "$code"
  [ "$code" = "$2" ] || { echo "終了コードは $2 のはずです / the exit code should be $2" >&2; exit 1; }
}

check started-2017-05-02.toml 0
check started-2017-05-01.toml 1
check started-fiscal-2018.toml 0
