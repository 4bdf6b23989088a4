#include "store/memory_store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "store/detail/act_words.hpp"
#include "store/detail/goal_batch.hpp"
#include "store/detail/memory_facts.hpp"
#include "store/detail/turn.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

using app::Act;
using app::Sequence;
using app::StoredReport;
using unit::UnitEvent;

class MemoryStore final : public app::Store {
 public:
  explicit MemoryStore(std::shared_ptr<MemoryFacts> facts)
      : facts_(std::move(facts)), acts_(facts_->acts), reports_(facts_->reports) {}

  Result<std::vector<UnitEvent>> events() override {
    turns_.must_be_free();
    std::vector<UnitEvent> all;
    for (const auto& batch : batches_) all.insert(all.end(), batch.events.begin(), batch.events.end());
    return all;
  }

  Result<Sequence> record_events(std::span<const UnitEvent> events, std::size_t known, Date day) override {
    turns_.must_be_free();
    std::size_t standing = 0;
    for (const auto& batch : batches_) standing += batch.events.size();
    if (standing != known) return fail(ErrorCode::unit_history_changed);
    if (events.empty()) return acts_.size();
    batches_.push_back({{events.begin(), events.end()}, day});
    for (auto& event : batches_.back().events) event.place = {};
    return facts_->add_act(act_kind::unit_events, day, counted(events.size(), "event"));
  }

  Result<std::vector<UnitEvent>> undo_events(Date day, const app::UndoCheck& check) override {
    turns_.must_be_free();
    if (batches_.empty()) return fail(ErrorCode::unit_undo_impossible);
    {
      const auto turn = turns_.take();
      TRY(check(batches_.back().events, batches_.back().recorded));
    }
    std::vector<std::string> codes;
    for (const auto& batch : batches_)
      for (const auto& event : batch.events)
        if (event.kind == unit::EventKind::found) codes.push_back(event.unit);
    const auto founded = std::ranges::count(batches_.back().events, unit::EventKind::found, &UnitEvent::kind);
    for (std::size_t slot = codes.size() - static_cast<std::size_t>(founded); slot < codes.size(); ++slot)
      if (is_used(Slot(slot))) return fail(ErrorCode::unit_undo_impossible, {{"unit", codes[slot]}});
    auto undone = std::move(batches_.back().events);
    batches_.pop_back();
    facts_->add_act(act_kind::unit_undo, day, counted(undone.size(), "event"));
    return undone;
  }

  Result<Sequence> submit_in_portions(const app::ReportFill& fill, Date day) override {
    turns_.must_be_free();
    std::vector<StoredReport> reports;
    std::map<Key, std::size_t> versions;
    const auto turn = turns_.take();
    TRY(fill([&](std::span<const StoredReport> portion) -> Result<> {
      TRY(check_versions(portion, versions));
      reports.insert(reports.end(), portion.begin(), portion.end());
      return ok();
    }));
    if (reports.empty()) return acts_.size();
    const auto sequence = facts_->add_act(act_kind::report_submit, day, counted(reports.size(), "report"));
    for (auto& report : reports) {
      auto& stored = reports_[{report.unit, report.period}];
      stored.push_back(std::move(report));
      stored.back().sequence = sequence;
    }
    return sequence;
  }

  Result<> each_report(Date from, Date to,
                       const std::function<Result<>(const StoredReport&)>& visit) override {
    turns_.must_be_free();
    // A year and a term of one year have the same days.
    std::map<std::tuple<Date, std::chrono::days, Slot, Period>, const StoredReport*> found;
    for (const auto& [key, stored] : reports_) {
      const auto& [unit, period] = key;
      if (period.first() > to || period.last() < from) continue;
      found[{period.first(), -period.last().time_since_epoch(), unit, period}] = &stored.back();
    }
    const auto turn = turns_.take();
    for (const auto& [key, report] : found) {
      TRY(visit(*report));
    }
    return ok();
  }

  Result<> each_first_receipt(const std::function<Result<>(const app::FirstReceipt&)>& visit) override {
    turns_.must_be_free();
    std::map<std::tuple<Date, std::chrono::days, Slot, Period>, Date> found;
    for (const auto& [key, stored] : reports_) {
      const auto& [unit, period] = key;
      if (stored.size() > 1)
        found[{period.first(), -period.last().time_since_epoch(), unit, period}] = stored.front().received;
    }
    const auto turn = turns_.take();
    for (const auto& [key, received] : found) {
      TRY(visit({std::get<Slot>(key), std::get<Period>(key), received}));
    }
    return ok();
  }

  Result<std::vector<StoredReport>> versions(Slot unit, const Period& period) override {
    turns_.must_be_free();
    const auto stored = reports_.find({unit, period});
    return stored == reports_.end() ? std::vector<StoredReport>() : stored->second;
  }

  Result<> each_version(const std::function<Result<>(const StoredReport&)>& visit) override {
    turns_.must_be_free();
    const auto turn = turns_.take();
    for (const auto& [key, stored] : reports_) {
      for (const auto& report : stored) {
        TRY(visit(report));
      }
    }
    return ok();
  }

  Result<std::string> adopt(const target::Directive& directive) override {
    turns_.must_be_free();
    for (const auto& known : directives_) {
      if (known.issuer == directive.issuer && known.text == directive.text &&
          known.period == directive.period)
        return fail(ErrorCode::directive_adopted, {{"directive", known.id}});
    }
    directives_.push_back(directive);
    auto& stored = directives_.back();
    stored.id = "D" + std::to_string(directives_.size());
    for (std::size_t i = 0; i < stored.targets.size(); ++i) {
      stored.targets[i].id = stored.id + "." + std::to_string(i + 1);
      goals_[{directives_.size() - 1, i, stored.issuer}] = {};
    }
    facts_->add_act(act_kind::directive_adopt, stored.adopted,
                    stored.id + ": " + counted(stored.targets.size(), "target"));
    return stored.id;
  }

  Result<std::vector<target::Directive>> directives() override {
    turns_.must_be_free();
    return directives_;
  }

  Result<Sequence> give(const std::string& directive, std::span<const Slot> further, Date day) override {
    turns_.must_be_free();
    const auto found = std::ranges::find(directives_, directive, &target::Directive::id);
    if (found == directives_.end()) return fail(ErrorCode::directive_unknown, {{"directive", directive}});
    std::set<Slot> recipients(found->recipients.begin(), found->recipients.end());
    const auto before = recipients.size();
    recipients.insert(further.begin(), further.end());
    if (recipients.size() == before) return acts_.size();
    found->recipients.assign(recipients.begin(), recipients.end());
    return facts_->add_act(act_kind::directive_give, day,
                           directive + ": " + counted(recipients.size() - before, "unit"));
  }

  Result<Sequence> bind(const std::string& target, const std::string& indicator, Date day) override {
    turns_.must_be_free();
    TRY(const auto place, place_of(target));
    directives_[place.first].targets[place.second].indicator = indicator;
    return facts_->add_act(act_kind::target_bind, day, target + ": " + indicator);
  }

  Result<Sequence> set_goals(std::span<const target::Goal> goals, Date day) override {
    turns_.must_be_free();
    for (const auto& goal : goals) {
      TRY(place_of(goal.target));
    }
    if (goals.empty()) return acts_.size();
    const auto batch = last_of_each(goals);
    for (const auto& goal : batch) {
      const auto [directive, ordinal] = place_of(goal.target).value();
      goals_[{directive, ordinal, goal.unit}] = goal.value;
    }
    return facts_->add_act(act_kind::target_goals, day, counted(batch.size(), "goal"));
  }

  Result<std::vector<target::Goal>> goals() override {
    turns_.must_be_free();
    std::vector<target::Goal> all;
    for (const auto& [key, value] : goals_) {
      const auto [directive, ordinal, unit] = key;
      all.push_back({unit, directives_[directive].targets[ordinal].id, value});
    }
    return all;
  }

  Result<std::vector<Act>> acts(Sequence after) override {
    turns_.must_be_free();
    const auto skipped = static_cast<std::ptrdiff_t>(std::min<std::size_t>(after, acts_.size()));
    return std::vector<Act>(acts_.begin() + skipped, acts_.end());
  }

  Result<Sequence> latest() override {
    turns_.must_be_free();
    return acts_.size();
  }

  Result<> each_report_since(Sequence after,
                             const std::function<Result<>(const StoredReport&)>& visit) override {
    turns_.must_be_free();
    std::vector<const StoredReport*> found;
    for (const auto& [key, stored] : reports_)
      for (const auto& report : stored)
        if (report.sequence > after) found.push_back(&report);
    // By unit, period and version already.
    std::ranges::stable_sort(found, {}, &StoredReport::sequence);
    const auto turn = turns_.take();
    for (const auto* report : found) {
      TRY(visit(*report));
    }
    return ok();
  }

  Result<> each_step_since(Sequence after,
                           const std::function<Result<>(const app::StoredStep&)>& visit) override {
    turns_.must_be_free();
    std::vector<const app::StoredStep*> found;
    for (const auto& [key, stored] : facts_->steps)
      for (const auto& step : stored)
        if (step.sequence > after) found.push_back(&step);
    std::ranges::sort(found, {}, &app::StoredStep::sequence);
    const auto turn = turns_.take();
    for (const auto* step : found) {
      TRY(visit(*step));
    }
    return ok();
  }

  Result<std::vector<report::Extension>> extensions() override {
    turns_.must_be_free();
    return facts_->extensions;
  }

  Result<> each_frozen(const std::function<Result<>(const app::FrozenText&)>& visit) override {
    turns_.must_be_free();
    const auto turn = turns_.take();
    // By unit, then by the name of the period, as the engines order texts.
    std::map<std::pair<Slot, std::string>, const std::vector<app::FrozenText>*> found;
    for (const auto& [key, texts] : facts_->frozen) found[{key.first, key.second.str()}] = &texts;
    for (const auto& [key, texts] : found) {
      for (const auto& text : *texts) {
        TRY(visit(text));
      }
    }
    return ok();
  }

  Result<std::vector<std::string>> verify() override {
    turns_.must_be_free();
    return std::vector<std::string>();
  }

 private:
  using Key = MemoryFacts::Key;
  using TargetPlace = std::pair<std::size_t, std::size_t>;

  // `versions` are those that the earlier reports of the act have led to.
  Result<> check_versions(std::span<const StoredReport> reports, std::map<Key, std::size_t>& versions) const {
    for (const auto& report : reports) {
      const Key key{report.unit, report.period};
      const auto stored = reports_.find(key);
      auto& version =
          versions.try_emplace(key, stored == reports_.end() ? 0 : stored->second.size()).first->second;
      if (report.version != ++version) {
        return changed_version(report);
      }
    }
    for (const auto& report : reports)
      if (facts_->standing({report.unit, report.period}).locked) return signed_report(report);
    return ok();
  }

  [[nodiscard]] bool is_used(Slot unit) const {
    return facts_->has(unit) ||
           std::ranges::any_of(goals_,
                               [&](const auto& goal) { return std::get<Slot>(goal.first) == unit; }) ||
           std::ranges::any_of(directives_, [&](const auto& directive) {
             return directive.issuer == unit || std::ranges::count(directive.recipients, unit) > 0;
           });
  }

  [[nodiscard]] Result<TargetPlace> place_of(const std::string& target) const {
    for (std::size_t d = 0; d < directives_.size(); ++d)
      for (std::size_t t = 0; t < directives_[d].targets.size(); ++t)
        if (directives_[d].targets[t].id == target) return TargetPlace(d, t);
    return fail(ErrorCode::target_unknown, {{"target", target}});
  }

  struct Batch {
    std::vector<UnitEvent> events;
    Date recorded{};
  };
  std::vector<Batch> batches_;  // those that stand
  std::vector<target::Directive> directives_;
  std::map<std::tuple<std::size_t, std::size_t, Slot>, std::optional<Decimal>> goals_;
  std::shared_ptr<MemoryFacts> facts_;
  std::vector<Act>& acts_;
  std::map<Key, std::vector<StoredReport>>& reports_;
  Turns turns_;
};

}  // namespace

std::unique_ptr<app::Store> make_memory_store(std::shared_ptr<MemoryFacts> facts) {
  return std::make_unique<MemoryStore>(std::move(facts));
}

std::unique_ptr<app::Store> make_memory_store() {
  return make_memory_store(std::make_shared<MemoryFacts>());
}

}  // namespace nucong::store
