// A small confederation at work on its reports: people in office, a database in memory, the nation they see.
#pragma once

#include <optional>

#include "app/follow_nation.hpp"
#include "app/save_draft.hpp"
#include "app/send_report.hpp"
#include "world/accounts.hpp"

namespace nucong::world {

class Work {
 public:
  explicit Work(const std::string& units)
      : people(units),
        app{*people.database, people.clock, files, sheets, progress, workers, knowledge()},
        ports{*people.database, people.clock, people.secrets} {
    if (app::record_events(app, events(units), app::Commit::yes).has_error())
      throw std::logic_error("events refused");
    nation.emplace(app::load_nation(app).value());
  }

  /// What is there now: the nation follows whatever was done. Valid until the next call.
  app::Present present() {
    nation = app::followed(app, *nation).value();
    return {*nation, knowledge(), atlas, people.clock.day};
  }
  [[nodiscard]] Slot unit(const std::string& code) const { return people.unit(code); }
  [[nodiscard]] report::Standing standing(const std::string& code, const Period& period) {
    return present().nation.standings.at(unit(code), period);
  }
  [[nodiscard]] report::State state(const std::string& code, const Period& period) {
    return report::state_of(standing(code, period), false);
  }

  /// A box with a value in it.
  static app::DraftFigure box(const std::string& code, const char* value, std::string reason = {}) {
    return {code, Decimal::parse(value).value(), std::move(reason)};
  }
  /// Saves a draft on the current version, over the one that is there.
  Result<std::uint32_t> save(const app::Asker& asker, const std::string& code, const Period& period,
                             std::vector<app::DraftFigure> boxes) {
    const auto saved = ports.database.draft(unit(code), period).value();
    return app::save_report_draft(
        ports, asker, present(),
        {code, period, {}, standing(code, period).version, saved ? saved->revision : 0, std::move(boxes)});
  }
  Result<app::SentReport> send(const app::Asker& asker, const std::string& code, const Period& period) {
    const auto saved = ports.database.draft(unit(code), period).value();
    return app::send_report(ports, asker, present(), {code, period, saved ? saved->revision : 0});
  }
  /// Saves and sends, from the console; whatever is at fault is a mistake of the test.
  void report(const std::string& code, const Period& period, std::vector<app::DraftFigure> boxes) {
    if (!save(app::console(), code, period, std::move(boxes)) || !send(app::console(), code, period))
      throw std::logic_error("report refused");
  }
  /// What the fault is called, or "ok".
  template <class T>
  [[nodiscard]] static std::string fault(const Result<T>& result) {
    return result ? "ok" : std::string(dotted(result.error().code()));
  }

  Accounts people;
  NoFiles files;
  CsvSheets sheets;
  NoProgress progress;
  OneWorker workers;
  app::Ports app;
  app::WorkPorts ports;
  rollup::LooseAtlas atlas;
  std::optional<app::Nation> nation;
};

/// Two zones below the confederation, with grassroots unions that are asked every quarter.
inline constexpr const char* two_zones =
    "2023-01-01 found VN kind=confederation\n"
    "2023-01-01 found A parent=VN kind=zone\n"
    "2023-01-01 found A1 parent=A kind=grassroots\n"
    "2023-01-01 found A2 parent=A kind=grassroots\n"
    "2023-01-01 found B parent=VN kind=zone\n"
    "2023-01-01 found B1 parent=B kind=grassroots\n";

}  // namespace nucong::world
