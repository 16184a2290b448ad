#include "scenario/play.h"

#include <algorithm>
#include <charconv>

#include "base/sha256.h"
#include "scenario/commands.h"
#include "scenario/errors.h"
#include "scenario/expect.h"
#include "scenario/short_forms.h"
#include "scheme/names.h"
#include "wire/json.h"

namespace sumi::scenario {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr std::int64_t japan_offset_ms = 9 * 60 * minute_ms;
constexpr std::int64_t beginning_days = 20'544;  // 2026-04-01, where a scenario names no time

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t v = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
  constexpr std::int64_t largest = 1'000'000'000'000;  // so that no product below can overflow
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || v < 0 || v > largest) return std::nullopt;
  return v;
}

// "09:30", "09:30:15", "09:30:15.250"
std::optional<std::int64_t> time_of_day(std::string_view text) {
  std::string_view fraction;
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    fraction = text.substr(point + 1);
    text = text.substr(0, point);
    if (fraction.size() != 3) return std::nullopt;
  }
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':' || (text.size() == 8 && text[5] != ':')) return std::nullopt;
  const auto hour = whole(text.substr(0, 2)), minute = whole(text.substr(3, 2)), second = text.size() == 8 ? whole(text.substr(6, 2)) : 0;
  const auto millisecond = fraction.empty() ? 0 : whole(fraction);
  if (!hour || !minute || !second || !millisecond || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return *hour * 60 * minute_ms + *minute * minute_ms + *second * 1000 + *millisecond;
}

// A time in Japan, an instant with Z, or what is added to now: +14d, +3h, +5m, +10s, +1ms.
Result<Instant> parse_time(const Tree& word, Instant now) {
  const std::string_view text = word.text;
  if (text.starts_with('+')) {
    for (const auto& [unit, ms] : {std::pair<std::string_view, std::int64_t>{"ms", 1}, {"d", day_ms}, {"h", 60 * minute_ms}, {"m", minute_ms}, {"s", 1000}}) {
      if (!text.ends_with(unit)) continue;
      const auto count = whole(text.substr(1, text.size() - 1 - unit.size()));
      constexpr std::int64_t years_50_ms = 50 * 366 * day_ms;
      if (count && *count <= years_50_ms / ms) return Instant{now.ms + *count * ms};
    }
  }
  const auto t = text.find('T');
  if (t != std::string_view::npos && !text.ends_with('Z')) {
    const auto day = Date::parse(text.substr(0, t));
    const auto time = time_of_day(text.substr(t + 1));
    if (day && time) return Instant{std::int64_t{day->days()} * day_ms + *time - japan_offset_ms};
  }
  auto instant = Instant::parse(text);
  if (!instant) return fail(std::move(instant).error().at(word.place));
  return instant;
}

class Player {
 public:
  Player(const Script& script, const WorldMaker* make, World* given, const PlayOptions& options, CaseResult& result)
      : script_(script), make_(make), world_(given), options_(options), result_(result) {
    circumstances_.folder = options.folder;
    beginning_.time = Instant{beginning_days * day_ms - japan_offset_ms};
    circumstances_.now = beginning_.time;
    if (world_ != nullptr) given_ = true;
  }

  Result<void> play(const Block& block) {
    for (const Line& line : block.lines) {
      if (++steps_ > options_.steps_max) return fail(errors::steps_exhausted, {{"limit", std::to_string(options_.steps_max)}}, line.place);
      auto played = play(line);
      if (!played) {
        Error error = std::move(played).error();
        if (error.place.line == 0) error.place = line.place;
        return fail(std::move(error));
      }
    }
    return {};
  }

  Result<void> finish() {
    SUMI_CHECK(need_world());
    SUMI_TRY(const auto standing, world_->standing());
    result_.state_hash = standing.state_hash;
    if (!standing.findings.empty()) return fail(errors::invariant, {{"text", standing.findings.front()}});
    return {};
  }

 private:
  Result<void> need_world() {
    if (world_ == nullptr) {
      SUMI_TRY(own_, (*make_)(beginning_));
      world_ = own_.get();
    }
    if (!bindings_) {
      bindings_.emplace(*world_);
      if (options_.person) {
        circumstances_.person = *options_.person;
        circumstances_.organisation = options_.organisation;
      } else {
        SUMI_CHECK(bindings_->bind_person("admin", {}));
        SUMI_TRY(circumstances_.person, world_->person("admin"));
      }
      if (given_) {
        SUMI_TRY(const Instant now, world_->now());
        circumstances_.now = std::max(circumstances_.now, now);
      }
    }
    return {};
  }

  Result<void> play(const Line& line) {
    if (line.verb == "store") return begin_store(line);
    if (line.verb == "use") return play_part(line);
    SUMI_CHECK(need_world());
    if (line.verb == "at") return set_time(line);
    if (line.verb == "on") return set_date(line);
    if (line.verb == "as") return set_person(line);
    if (line.verb == "say") return say(line);
    if (line.verb == "show") return show(line);
    if (line.verb == "expect") return expect(line, *bindings_, *world_);
    if (line.verb == "person") {
      for (const Tree& name : line.arguments) SUMI_CHECK(bindings_->bind_person(name.text, name.place));
      return {};
    }
    if (line.verb == "value") {
      SUMI_TRY(Tree value, bindings_->resolve(line.arguments[0]));
      bindings_->bind_value(line.binding, std::move(value));
      return {};
    }
    if (line.verb == "group") {
      group_.emplace();
      return {};
    }
    if (line.verb == "end") return end_group(line);
    return play_command(line);
  }

  Result<void> begin_store(const Line& line) {
    if (given_ || world_ != nullptr) return fail(given_ ? errors::given_store : errors::unexpected,
        {{"text", "store"}, {"expected_ja", "最初の行での store"}, {"expected_en", "store on the first line"}}, line.place);
    const Tree& kind = line.arguments[0];
    if (kind.text == "none") {
      beginning_.kind.reset();
    } else {
      SUMI_TRY(const auto parsed, wire::from_tree<scheme::StoreKind>([&] {
        Tree word = kind;
        word.kind = Tree::Kind::string;
        return word;
      }()));
      beginning_.kind = parsed;
    }
    if (line.arguments.size() > 1) {
      SUMI_TRY(beginning_.time, parse_time(line.arguments[1], beginning_.time));
      circumstances_.now = beginning_.time;
    }
    return need_world();
  }

  Result<void> play_part(const Line& line) {
    const auto part = script_.parts.find(line.arguments[0].text);
    if (part == script_.parts.end()) return fail(errors::part_unknown, {{"name", line.arguments[0].text}}, line.arguments[0].place);
    if (part_depth_ == limits::nesting_depth_max) return fail(errors::too_deep, {{"limit", std::to_string(part_depth_)}}, line.place);
    ++part_depth_;
    SUMI_CHECK(play(part->second));
    --part_depth_;
    return {};
  }

  Result<void> set_time(const Line& line) {
    SUMI_TRY(circumstances_.now, parse_time(line.arguments[0], circumstances_.now));
    circumstances_.on.reset();
    return world_->advance(circumstances_.now);
  }
  Result<void> set_date(const Line& line) {
    circumstances_.on.reset();
    if (line.arguments[0].text == "today") return {};
    auto day = Date::parse(line.arguments[0].text);
    if (!day) return fail(std::move(day).error().at(line.arguments[0].place));
    circumstances_.on = *day;
    return {};
  }
  Result<void> set_person(const Line& line) {
    const auto& words = line.arguments;
    if (words.size() == 2 || (words.size() == 3 && words[1].text != "for")) {
      return fail(errors::argument_count, {{"text", "as"}, {"usage", std::string(find_verb("as")->usage)}}, line.place);
    }
    SUMI_TRY(circumstances_.person, bindings_->person_of(words[0].text, words[0].place));
    circumstances_.organisation = {};
    if (words.size() == 3) {
      SUMI_TRY(const std::uint64_t number, bindings_->number_of("organisation", words[2]));
      circumstances_.organisation = {number};
    }
    return {};
  }
  Result<void> say(const Line& line) {
    std::string text;
    for (const Tree& word : line.arguments) text += (text.empty() ? "" : " ") + word.text;
    result_.said.push_back(std::move(text));
    return {};
  }
  Result<void> show(const Line& line) {
    SUMI_TRY(const Tree row, row_tree(line.arguments, *bindings_, *world_));
    std::string name;
    for (const Tree& word : line.arguments) name += word.text + " ";
    result_.said.push_back(name + wire::to_json(row, false));
    return {};
  }

  // The line's own person, organisation and date, for this line only.
  Result<Circumstances> circumstances_of(const Line& line) const {
    Circumstances c = circumstances_;
    const auto word = [&](const std::string& text) {
      Tree tree = Tree::make_string(text);
      tree.place = line.place;
      return tree;
    };
    if (!line.person.empty()) {
      SUMI_TRY(c.person, bindings_->person_of(line.person, line.place));
      c.organisation = {};
    }
    if (!line.organisation.empty()) {
      SUMI_TRY(const std::uint64_t number, bindings_->number_of("organisation", word(line.organisation)));
      c.organisation = {number};
    }
    if (!line.date.empty()) {
      auto day = Date::parse(line.date);
      if (!day) return fail(std::move(day).error().at(line.place));
      c.on = *day;
    }
    return c;
  }

  static IdempotencyKey key_named(const std::string& name) {
    IdempotencyKey key;
    if (name.empty()) return key;
    const Hash hash = sha256("key " + name);
    std::copy_n(hash.bytes.begin(), key.bytes.size(), key.bytes.begin());
    return key;
  }

  Result<void> add_command(const Step& step, Submission& submission) {
    if (step.ready) {
      for (const SealedText& text : step.sealed) submission.sealed.push_back({submission.commands.size(), text.field, text.text});
      submission.commands.push_back(*step.ready);
      return {};
    }
    SUMI_TRY(Tree fields, bindings_->resolve(step.fields));
    // A sealed text is handed to the world apart from the command.
    for (auto& [path, text] : take_sealed(step.command, fields)) submission.sealed.push_back({submission.commands.size(), std::move(path), std::move(text)});
    SUMI_TRY(auto command, command_from_tree(step.command, fields, {nullptr, &*bindings_, true}));
    submission.commands.push_back(std::move(command));
    return {};
  }

  static void set_circumstances(Submission& submission, const Circumstances& c) {
    submission.actor = c.person;
    submission.on_behalf_of = c.organisation;
    submission.business_date = c.business_date();
    submission.time = c.now;
  }

  Result<void> play_command(const Line& line) {
    SUMI_TRY(const Circumstances c, circumstances_of(line));
    SUMI_TRY(const auto steps, steps_of(line, c, *bindings_, *world_));
    if (group_) {
      for (const Step& step : steps) SUMI_CHECK(add_command(step, group_->submission));
      if (!line.binding.empty()) group_->names.emplace_back(group_->submission.commands.size() - 1, &line);
      return {};
    }
    bool bound = line.binding.empty();
    Result<Accepted> accepted = Accepted{};
    for (const Step& step : steps) {
      Submission submission;
      set_circumstances(submission, c);
      submission.key = key_named(line.key);
      if (auto added = add_command(step, submission); !added) {
        // A command that cannot be read at all is a mistake of the script, unless just that is expected.
        accepted = fail(std::move(added).error());
        break;
      }
      accepted = submit(submission);
      if (!accepted) break;
      if (!bound && !accepted->repeated) SUMI_CHECK(bind(line, accepted->outcomes.back()));
      bound = true;
    }
    return compare(line, accepted);
  }

  Result<void> end_group(const Line& line) {
    Group group = *std::move(group_);
    group_.reset();
    set_circumstances(group.submission, circumstances_);
    const auto accepted = submit(group.submission);
    if (accepted) {
      for (const auto& [index, named] : group.names) SUMI_CHECK(bind(*named, accepted->outcomes[index]));
    }
    return compare(line, accepted);
  }

  Result<void> bind(const Line& line, const scheme::AnyOutcome& outcome) {
    const auto given = given_number(outcome);
    if (!given) return fail(errors::nothing_to_name, {{"text", line.binding}}, line.place);
    return bindings_->bind(line.binding, given->kind, given->number, line.place);
  }

  Result<Hash> state_hash() {
    Hash hash;
    SUMI_CHECK(world_->look([&](const scheme::State& state) { hash = state.state_hash(); }));
    return hash;
  }

  Result<Accepted> submit(const Submission& submission) {
    ++result_.commands;
    if (!options_.verify_each_step) return world_->submit(submission);
    // What is due by now is done first, so that a refusal has nothing else to change.
    SUMI_CHECK(world_->advance(submission.time));
    SUMI_TRY(const Hash before, state_hash());
    auto accepted = world_->submit(submission);
    if (!accepted) {
      SUMI_TRY(const Hash after, state_hash());
      if (after != before) return fail(errors::refusal_changed_state);
      return accepted;
    }
    std::vector<std::string> findings;
    SUMI_CHECK(world_->look([&](const scheme::State& state) { findings = state.check(); }));
    if (!findings.empty()) return fail(errors::invariant, {{"text", findings.front()}});
    return accepted;
  }

  Result<void> compare(const Line& line, const Result<Accepted>& accepted) {
    if (!accepted) {
      const Error& error = accepted.error();
      const std::string actual = qualified_name(*error.def);
      // What the scenario itself is wrong in is never a refusal that could be expected.
      if (error.def->room == "scenario") return fail(error);
      if (line.expected == Expected::refused && actual == line.refusal) return {};
      const auto& def = line.expected == Expected::refused ? errors::refused_otherwise : errors::refused_instead;
      Error told = make_error(def, {{"expected", line.refusal}, {"actual", actual}, {"sentence_ja", sentence(error, Language::ja)}, {"sentence_en", sentence(error, Language::en)}}, line.place);
      told.also.push_back(error);  // with its remedy and source
      return fail(std::move(told));
    }
    if (line.expected == Expected::refused) return fail(errors::accepted_instead, {{"expected", line.refusal}}, line.place);
    if ((line.expected == Expected::repeated) != accepted->repeated) {
      const char* words[] = {"ok", "repeated"};
      return fail(errors::not_repeated, {{"expected", words[accepted->repeated ? 0 : 1]}, {"actual", words[accepted->repeated ? 1 : 0]}}, line.place);
    }
    if (line.outcome.empty()) return {};
    return expect_fields(line.outcome, outcome_tree(accepted->outcomes.back()), line.verb, *bindings_);
  }

  struct Group {
    Submission submission;
    std::vector<std::pair<std::size_t, const Line*>> names;  // which command's outcome gives a name
  };

  const Script& script_;
  const WorldMaker* make_;
  World* world_;
  std::unique_ptr<World> own_;
  const PlayOptions& options_;
  CaseResult& result_;
  bool given_ = false;
  Beginning beginning_;
  std::optional<Bindings> bindings_;
  Circumstances circumstances_;
  std::optional<Group> group_;
  std::size_t steps_ = 0;
  unsigned part_depth_ = 0;
};

void play_case(const Script& script, const Block* block, const WorldMaker* make, World* given, const PlayOptions& options, CaseResult& result) {
  Player player(script, make, given, options, result);
  const auto all = [&]() -> Result<void> {
    SUMI_CHECK(player.play(script.prologue));
    if (block != nullptr) SUMI_CHECK(player.play(*block));
    return player.finish();
  };
  try {
    if (auto played = all(); !played) result.failure = std::move(played).error();
  } catch (const std::exception& e) {  // a broken invariant of the ledger ends the case, not the others
    result.failure = make_error(errors::invariant, {{"text", e.what()}}, result.place);
  }
}

}  // namespace

PlayResult play(const Script& script, const WorldMaker& make, const PlayOptions& options) {
  PlayResult out;
  const auto one = [&](const Block* block) {
    CaseResult& result = out.cases.emplace_back();
    if (block != nullptr) result.name = block->name;
    result.place = block != nullptr ? block->place : script.prologue.place;
    play_case(script, block, &make, nullptr, options, result);
    ++(result.passed() ? out.passed : out.failed);
  };
  for (const Block& block : script.cases) one(&block);
  if (script.cases.empty()) one(nullptr);
  return out;
}

Result<CaseResult> play_given(const Script& script, World& world, const PlayOptions& options) {
  if (!script.cases.empty()) return fail(errors::given_store, {}, script.cases.front().place);
  CaseResult result;
  result.place = script.prologue.place;
  play_case(script, nullptr, nullptr, &world, options, result);
  return result;
}

std::string report_text(const PlayResult& result, Language language) {
  std::string out;
  for (const CaseResult& c : result.cases) {
    for (const std::string& line : c.said) out += line + '\n';
    if (c.passed() && c.name.empty()) continue;
    out += std::string(c.passed() ? "ok      " : "FAILED  ") + (c.name.empty() ? c.place.file : c.name) + '\n';
    if (c.failure) out += describe_error(*c.failure, language) + '\n';
  }
  return out + std::to_string(result.passed) + " passed, " + std::to_string(result.failed) + " failed\n";
}

}  // namespace sumi::scenario
