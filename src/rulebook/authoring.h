// What an author of packs is told: every slip of a methodology pack at once, each with its line and the smallest change that would pass.
//
// Reading a pack refuses what could not be calculated. This refuses more: what nothing uses, an unknown option in a condition, bounds out of order, a
// missing example, a source of the wrong kind. It stands apart, so that a store still opens what it adopted when less was asked of an author.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/methodology.h"
#include "rulebook/pack.h"
#include "rulebook/rulebook.h"

namespace sumi::rulebook {

// Reads as read_methodology does. Findings stand in the order of their lines, up to limits::rulebook_errors_max.
[[nodiscard]] Result<std::shared_ptr<const Methodology>> check_methodology(const Pack& pack, const Rulebook& rulebook);

// The files of a new pack: a commented skeleton in which what is to be filled is an empty text. Title and sector are those of the list of methodologies
// where it has them. `edition`: "2026-11"; `folder`: where it will lie, as the comments name it.
[[nodiscard]] std::vector<PackFile> methodology_skeleton(const std::string& number, const std::string& edition, const std::string& folder, const Rulebook& rulebook);

// The sectors of the scheme's list in English; empty for a word that is none.
[[nodiscard]] std::string sector_in_english(std::string_view ja);

}  // namespace sumi::rulebook
