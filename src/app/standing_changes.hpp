// The standings of reports on their way from one moment to the next.
#pragma once

#include "app/known_reports.hpp"
#include "report/standings.hpp"

namespace nucong::app {

/// Takes in versions and steps, each in its own order; how the two are mixed makes no difference. Whatever is
/// taken in again together with all that came after it changes nothing.
class StandingChanges {
 public:
  explicit StandingChanges(report::Standings before) : before_(std::move(before)) {}

  void receive(const StoredReport& report) {
    auto& standing = of(report.unit, report.period);
    standing = report::received(standing, report.version, report.received);
  }
  void receive(const FirstReceipt& first) { of(first.unit, first.period).first_received = first.received; }
  void take(const report::Step& step) {
    auto& standing = of(step.unit, step.period);
    standing = report::after(standing, step);
  }

  /// All of it taken in.
  [[nodiscard]] report::Standings standings() const {
    std::vector<report::StandingChange> changes;
    changes.reserve(changed_.size());
    for (const auto& [key, standing] : changed_) changes.push_back({key.unit, key.period, standing});
    return before_.with(changes);
  }

 private:
  [[nodiscard]] report::Standing& of(Slot unit, const Period& period) {
    const auto [at, is_new] = changed_.try_emplace({unit, period});
    if (is_new) at->second = before_.at(unit, period);
    return at->second;
  }

  report::Standings before_;
  ByReport<report::Standing> changed_;
};

}  // namespace nucong::app
