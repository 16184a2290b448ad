// Every limit of the program stands here, with the reason of its size. Nothing else may hold one.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sumi::limits {

// Numbers. A value that needs more bits traps (decision 10). 4,096 bits hold 1,233 decimal digits: a year of meter
// readings multiplied by every factor of a methodology needs fewer than 300.
inline constexpr unsigned integer_bits_max = 4096;
inline constexpr unsigned number_text_length_max = 1300;
inline constexpr unsigned decimal_scale_max = 1200;
inline constexpr int power_exponent_max = 64;
// Places of ln, exp, sqrt and root (decision 10).
inline constexpr int transcendental_places = 20;
// A unit's text; the longest of the official tables has 24 characters.
inline constexpr std::size_t unit_text_bytes_max = 256;

// Formulas.
inline constexpr unsigned formula_depth_max = 64;
inline constexpr unsigned formula_steps_max = 1'000'000;
inline constexpr std::size_t formula_text_bytes_max = 4096;
// Combinations of a methodology's fixed choices; each is compiled by itself. The boiler has 36.
inline constexpr std::size_t methodology_variants_max = 512;
inline constexpr std::size_t methodology_choices_max = 64;

// The rulebook. The largest pack is the list of electricity suppliers, 0.2 MB a year; an author mends twenty findings at a time.
inline constexpr std::size_t pack_bytes_max = std::size_t{32} << 20;
inline constexpr std::size_t rulebook_errors_max = 20;

// Foreign files.
inline constexpr std::size_t input_file_bytes_max = std::size_t{1} << 30;
inline constexpr std::size_t toml_file_bytes_max = std::size_t{4} << 20;
// A scanned bill or a photograph.
inline constexpr std::size_t evidence_file_bytes_max = std::size_t{64} << 20;
inline constexpr std::size_t csv_field_bytes_max = 64 * 1024;
inline constexpr std::size_t csv_columns_max = 1024;
// Monitoring data of one report: 100 parameters by day for 16 years.
inline constexpr std::size_t data_values_max = 600'000;
// Members' data of one report: 400,000 members by month for a year. A row takes about 60 bytes while it is counted.
inline constexpr std::size_t member_values_max = 5'000'000;
// Findings of one file of members' data that are told one by one, for whoever corrects it in a spreadsheet; the rest is counted.
inline constexpr std::size_t member_findings_max = 10'000;
// Pieces that a file of members' data is read in, and members are counted in, side by side: some for each of up to 16 threads.
inline constexpr std::size_t member_pieces_max = 64;
// Threads of one such calculation; more only wait for memory.
inline constexpr unsigned programme_threads_max = 8;
// Members of one list: the largest programme known has some ten thousand; ten times the program's own aim of 100,000.
inline constexpr std::size_t member_list_rows_max = 1'000'000;
// Findings of one reading that are told together; more help nobody.
inline constexpr std::size_t findings_max = 200;
inline constexpr std::size_t scenario_file_bytes_max = std::size_t{4} << 20;
// Lines that one case plays; parts that use parts could otherwise double for ever.
inline constexpr std::size_t scenario_steps_max = 100'000;
inline constexpr unsigned nesting_depth_max = 32;
// The largest thing that is sent as JSON is a plan, which may be as large as its TOML.
inline constexpr std::size_t json_bytes_max = toml_file_bytes_max;

// The journal.
inline constexpr std::size_t entry_bytes_max = 64 * 1024;
inline constexpr std::size_t typical_transfer_bytes_max = 120;
inline constexpr std::size_t batch_entries_max = 8192;
inline constexpr std::size_t batch_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t receipt_bytes_max = 256 * 1024;
// Three lines and a few signatures of 100 bytes and a name; a witness adds one each.
inline constexpr std::size_t checkpoint_bytes_max = 4096;
inline constexpr std::size_t checkpoint_signatures_max = 16;
inline constexpr std::size_t key_file_bytes_max = 1024;
inline constexpr std::size_t key_name_bytes_max = 128;
// A tree of 2^62 leaves: more than any journal, and its sizes fit into a signed 64-bit column.
inline constexpr unsigned tree_levels_max = 62;

// Idempotency (decision 5).
inline constexpr std::int64_t idempotency_keep_ms = std::int64_t{7} * 24 * 3600 * 1000;
inline constexpr std::size_t idempotency_keys_max = 16'000'000;

// Commands. The longest place in the scheme's list of registered projects has 678 bytes.
inline constexpr std::size_t name_bytes_max = 1024;
// A login is typed by hand.
inline constexpr std::size_t login_bytes_max = 64;
inline constexpr std::size_t sealed_value_bytes_max = 16 * 1024;
inline constexpr std::uint32_t sealed_fields_max = 4096;  // of one command: two for each member, and room
inline constexpr std::size_t ranges_per_command_max = 1000;
inline constexpr std::int32_t delegation_days_max = 366;               // of a delegation: who needs it longer is granted the role
inline constexpr std::size_t uses_per_retirement_max = 16;            // reports that one retirement serves; more would not fit a notice's page
inline constexpr std::size_t certificate_parts_max = 1'000;           // kinds of certificates of one division: fits an entry
inline constexpr std::uint64_t certificates_per_command_max = 1'000'000;  // of one division: a list of them is still written in seconds
// Members of a programme: as many as fit into one entry with the most keys, texts and matches that each may have; more go as several entries.
inline constexpr std::size_t members_per_entry_max = 90;
inline constexpr std::size_t member_keys_max = 8;           // a corporate number, an address, and serial numbers of equipment and meters
inline constexpr std::size_t member_word_bytes_max = 64;    // numbers of members, keys of lists and consents are words
inline constexpr std::size_t member_matches_max = 6;        // a member that is there more often is a slip of the list, and told as one
// The formula of the scheme gives 69 for any population; a verifier may want more, never so many that the drawn numbers outgrow an entry.
inline constexpr std::size_t sample_members_max = 8'000;
inline constexpr std::size_t sample_strata_max = 100;
// One report. Japan emits about 10^9 t a year; sums of a million such reports still fit into 64 bits.
inline constexpr std::uint64_t certified_tonnes_max = 1'000'000'000'000;
// A block of another programme, in its own units. All of Japan uses about 10^12 kWh a year: more in one block is a slip of the units, and
// sums of a million such blocks still fit into 64 bits.
inline constexpr std::uint64_t import_units_max = 1'000'000'000'000;
// Years in which a forest is reported on; each has a deadline of its own. The scheme asks for ten.
inline constexpr std::uint32_t permanence_years_max = 100;
inline constexpr std::size_t security_log_entries_max = 100'000;
// A retirement request lapses after this time, and its units go back (decision 13).
inline constexpr std::int64_t retirement_request_keep_ms = std::int64_t{14} * 24 * 3600 * 1000;
// An offer keeps its units from everything else while it waits: a quarter of a year is the longest for which a contract's conditions may be open.
inline constexpr std::int32_t offer_days_max = 90;
// Lapses that one advance_time entry tells; ten bytes each at most, so they fit into an entry.
inline constexpr std::size_t lapses_per_entry_max = 4096;

static_assert(typical_transfer_bytes_max < entry_bytes_max);
static_assert(entry_bytes_max * 16 <= batch_bytes_max, "a batch must hold several of the largest entries");
static_assert(sealed_value_bytes_max < entry_bytes_max);
static_assert(members_per_entry_max * 2 <= sealed_fields_max);
static_assert(lapses_per_entry_max * 10 < entry_bytes_max);
// Two commitments, keys, two words, dates and evidence of each member; each match has at most 20 bytes of numbers.
static_assert(members_per_entry_max * (2 * 33 + 1 + member_keys_max * 33 + 3 * (member_word_bytes_max + 1) + 5 * 5 + 32 + member_matches_max * 20) + 512 < entry_bytes_max);
static_assert(sample_members_max * 6 + sample_strata_max * (member_word_bytes_max + 6) + 512 < entry_bytes_max);
static_assert(retirement_request_keep_ms > idempotency_keep_ms, "a retry of the request must still be recognised when it lapses");

}  // namespace sumi::limits
