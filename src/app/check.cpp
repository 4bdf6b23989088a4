#include "app/check.hpp"

#include <fmt/format.h>

#include "app/audit_log.hpp"
#include "app/record_units.hpp"
#include "report/submission.hpp"

namespace nucong::app {
namespace {

class Checker {
 public:
  Checker(const Ports& ports, const unit::History& history, Checked& checked)
      : history_(history), unpacker_(ports.knowledge.elements()), checked_(checked) {}

  void report(const StoredReport& stored) {
    ++checked_.reports;
    const auto fault = [&](std::string_view what) {
      checked_.faults.push_back(fmt::format("report of slot {} for {} version {}: {}", stored.unit.value,
                                            stored.period.str(), stored.version, what));
    };
    if (stored.unit.value >= history_.size()) {
      fault("there is no such unit");
      return;
    }
    const auto& unit = history_.unit(stored.unit);
    if (unit.founded > stored.period.last()) fault(unit.code + " was founded after the period");
    figures_.clear();
    const auto unpacked = unpacker_.unpack(stored.figures, figures_);
    if (unpacked.has_error()) {
      fault("figures cannot be read: " + unpacked.error().params().front().value);
      return;
    }
    checked_.figures += figures_.size();
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (figures_[i].amount < 0) fault("a figure is negative");
      if (i > 0 && !(figures_[i - 1].series < figures_[i].series)) fault("figures are out of order");
    }
  }

 private:
  const unit::History& history_;
  report::Unpacker unpacker_;
  std::vector<report::Figure> figures_;
  Checked& checked_;
};

Result<> check_targets(const Ports& ports, const unit::History& history, Checked& checked) {
  TRY(const auto directives, ports.database.directives());
  for (const auto& directive : directives)
    for (const auto& target : directive.targets) {
      ++checked.targets;
      if (!target.indicator.empty() && ports.knowledge.catalogue.find_indicator(target.indicator) == nullptr)
        checked.faults.push_back(
            fmt::format("target {}: there is no indicator {}", target.id, target.indicator));
      if (target.end > directive.text.size() ||
          directive.text.substr(target.begin, target.end - target.begin) != target.quote)
        checked.faults.push_back(
            fmt::format("target {}: the quote is not where it should be in the text", target.id));
    }
  for (const auto& directive : directives)
    for (const Slot unit : directive.recipients)
      if (unit.value >= history.size())
        checked.faults.push_back(
            fmt::format("recipient of directive {}: there is no slot {}", directive.id, unit.value));
  TRY(const auto goals, ports.database.goals());
  for (const auto& goal : goals)
    if (goal.unit.value >= history.size())
      checked.faults.push_back(
          fmt::format("goal of target {}: there is no slot {}", goal.target, goal.unit.value));
  return ok();
}

}  // namespace

Result<Checked> check(const Ports& ports) {
  Checked checked;
  TRY(checked.faults, ports.database.verify());
  TRY(const auto history, load_history(ports.database));
  checked.units = history.size();
  Checker checker(ports, history, checked);
  TRY(ports.database.each_version([&](const StoredReport& stored) -> Result<> {
    checker.report(stored);
    return ok();
  }));
  TRY(check_targets(ports, history, checked));
  return checked;
}

Result<> check_accounts(Reader& reader, const Digest& digest, const unit::History& history,
                        Checked& checked) {
  TRY(auto audit, check_audit(reader, digest));
  TRY(auto offices, check_offices(reader, history));
  for (auto* faults : {&audit.faults, &offices})
    checked.faults.insert(checked.faults.end(), faults->begin(), faults->end());
  checked.audit_entries = audit.entries;
  checked.audit_hash = std::move(audit.last_hash);
  return ok();
}

Result<> check_frozen(Reader& reader, const Digest& digest, const unit::History& history, Checked& checked) {
  return reader.each_frozen([&](const FrozenText& frozen) -> Result<> {
    ++checked.frozen;
    const auto fault = [&](std::string_view what) {
      checked.faults.push_back(fmt::format("report of slot {} for {} signed by step {}: {}",
                                           frozen.unit.value, frozen.period.str(), frozen.step, what));
    };
    if (frozen.unit.value >= history.size()) fault("there is no such unit");
    if (digest(frozen.text) != frozen.digest) fault("the text does not have the digest that was signed");
    return ok();
  });
}

}  // namespace nucong::app
