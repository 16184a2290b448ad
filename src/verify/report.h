// What a verified receipt proves, told to people and to programs.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/tree.h"
#include "journal/receipt.h"

namespace sumi::verify {

// The fields of the entry by the description of its command (src/scheme/commands.h): the table "public" and, in a party receipt, "party".
// A type or version that this program does not know, or bodies that do not read as it, leave both tables away and give the bytes as
// "public_bytes" and "party_bytes" in hexadecimal: the proof holds for the bytes all the same.
struct EntryDescription {
  std::string command;  // "ConfirmRetirement"; empty = not known
  Tree fields = Tree::make_table();
  std::vector<journal::VerifiedOpening> strangers;  // opened values whose commitment is not a sealed field of the entry
};
[[nodiscard]] EntryDescription describe_entry(const journal::VerifiedReceipt& receipt, Language language);

// A commitment could be imitated inside of a public text. So in an entry of a known kind every opened value must belong to a sealed
// field; journal.receipt_opening otherwise.
[[nodiscard]] Result<void> check_openings(const journal::VerifiedReceipt& receipt, const std::string& file);

// Text for a terminal, in lines, with the warning of a demo or training store first.
[[nodiscard]] std::string report_text(const journal::VerifiedReceipt& receipt, Language language);
// One JSON object; 64-bit numbers are strings of digits, as everywhere in sumi. {"verified": true, ...}
[[nodiscard]] std::string report_json(const journal::VerifiedReceipt& receipt);
// {"verified": false, "error": "journal.receipt_inclusion", "message": ..., "line": ...}
[[nodiscard]] std::string refusal_json(const Error& error, Language language);

[[nodiscard]] std::string json_text(const Tree& tree);

}  // namespace sumi::verify
