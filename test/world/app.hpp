// Use cases on a database in memory, a clock that stands still and the real catalogue.
#pragma once

#include <map>
#include <sstream>

#include "app/import_reports.hpp"
#include "app/ports.hpp"
#include "app/record_units.hpp"
#include "catalogue/load.hpp"
#include "sheet/csv.hpp"
#include "sheet/csv_rows.hpp"
#include "store/open.hpp"
#include "world/plain_secrets.hpp"
#include "world/world.hpp"

namespace nucong::world {

class StandingClock final : public app::Clock {
 public:
  [[nodiscard]] Date today() override { return day; }
  /// Whenever the test puts it; the day stands apart.
  [[nodiscard]] std::chrono::sys_seconds now() override { return instant; }
  Date day = make_date(2026, 11, 1);
  std::chrono::sys_seconds instant = make_date(2026, 11, 1) + std::chrono::hours(2);
};

class NoFiles final : public app::Files {
 public:
  [[nodiscard]] Result<std::string> read(const std::string& name, std::size_t) override {
    return fail(ErrorCode::file_missing, {{"file", name}});
  }
  [[nodiscard]] Result<> write(const std::string&, std::string_view) override { return ok(); }
};

/// Tables as CSV; a form is whatever the test puts into `filled`.
class CsvSheets final : public app::Sheets {
 public:
  [[nodiscard]] Result<std::unique_ptr<RowSource>> read_rows(std::string bytes,
                                                             const std::string& file) override {
    return sheet::read_csv_rows(std::move(bytes), file);
  }
  [[nodiscard]] Result<std::string> write_form(const report::FormSheet&) override { return std::string{}; }
  [[nodiscard]] Result<report::FilledForm> read_form(const Table&) override { return filled; }
  report::FilledForm filled;
};

class NoProgress final : public app::Progress {
 public:
  void begin(std::string_view, std::size_t) override {}
  void advance(std::size_t) override {}
  void end() override {}
};

/// One pair of hands.
class OneWorker final : public app::Workers {
 public:
  void in_order(std::size_t pieces, const Work& work, const Take& take) override {
    for (std::size_t i = 0; i < pieces; ++i) {
      work(i);
      if (!take(i)) return;
    }
  }
};

inline const app::Knowledge& knowledge() {
  static const app::Knowledge loaded = catalogue::load_embedded().value();
  return loaded;
}

/// An empty database in memory, of its own.
inline std::unique_ptr<app::Database> database_in_memory(const app::Digest& digest) {
  return store::open("sqlite::memory:", store::OpenMode::create_if_missing, digest).value();
}

/// A small confederation in a database of its own.
class App {
 public:
  App() : ports{*database, clock, files, sheets, progress, workers, knowledge()} {}

  void found(const std::string& units) {
    if (app::record_events(ports, events(units), app::Commit::yes).has_error())
      throw std::logic_error("events refused");
  }
  [[nodiscard]] static Table table(const std::string& csv) { return sheet::read_csv(csv, "in.csv").value(); }
  /// Figures as a long table.
  [[nodiscard]] Result<app::Submitted> import(const std::string& csv, app::Strictness strictness) const {
    return app::import_long(ports, *sheet::read_csv_rows(csv, "in.csv").value(), strictness);
  }
  /// Takes in figures, one a line: "A,2026-Q1,A04,10"; however far they are from the last ones.
  void tell(const std::string& rows) const {
    const auto told = import("unit,period,element,value\n" + rows, app::Strictness::rules_only);
    if (told.has_error()) throw std::logic_error("figures refused: " + fault(told));
  }
  /// What the fault is called, or "ok"; of several, the first.
  template <class T>
  [[nodiscard]] static std::string fault(const Result<T>& result) {
    if (result.has_value()) return "ok";
    const auto& error = result.error().causes().empty() ? result.error() : result.error().causes().front();
    return std::string(dotted(error.code())) +
           (error.place().line > 0 ? " line " + std::to_string(error.place().line) : "");
  }

  StandingClock clock;
  NoFiles files;
  CsvSheets sheets;
  NoProgress progress;
  OneWorker workers;
  PlainSecrets secrets;
  std::unique_ptr<app::Database> database =
      database_in_memory([this](std::string_view text) { return secrets.digest(text); });
  app::Ports ports;
};

}  // namespace nucong::world
