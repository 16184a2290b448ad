// The fields of every type of entry with the words for people, as JSON: `sumi-verify --types`. The page's receipt checker reads entries by it
// (web/src/receipt/types.json, made by web/receipt-types.mjs), so that it knows no type of its own and decodes what comes later too.
//
//   {"format": "sumi entry types 1",
//    "enums": {"registry.EndUse": {"1": ["retirement", "無効化"], ...}},
//    "words": {"user_name": ["利用者の名称", "user name"], ...},
//    "types": [{"type": 56, "version": 1, "name": "ExecuteRetirement", "ja": "...", "en": "...", "fields": [["retirement", "public", "number"], ...]}, ...]}
//
// A type's fields are those of its command and then of its outcome; within each part they stand in the order of its bytes. A kind is a word (bool, number: 0 is
// none, varint, zigzag, string, bytes16, bytes32, sealed, date, fiscal_year, instant, period) or {"enum": NAME}, {"vector": KIND}, {"optional": KIND},
// {"struct": [[name, KIND], ...]}. How each is written in bytes: docs/journal-bundle.md.
#pragma once

#include <string>

namespace sumi::verify {

// Ends with a line break; one type per line.
[[nodiscard]] std::string entry_types_json();

}  // namespace sumi::verify
