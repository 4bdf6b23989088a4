#include "bench/our_ports.hpp"

#include "bench/our_nation.hpp"
#include "sheet/table_file.hpp"
#include "store/open.hpp"
#include "workers/threads.hpp"

namespace nucong::bench {
namespace {

class StandingClock final : public app::Clock {
 public:
  [[nodiscard]] Date today() override { return make_date(static_cast<int>(Nation::first_year) + 1, 1, 15); }
  [[nodiscard]] std::chrono::sys_seconds now() override { return today(); }
};

class NoFiles final : public app::Files {
 public:
  [[nodiscard]] Result<std::string> read(const std::string& name, std::size_t) override {
    return fail(ErrorCode::file_missing, {{"file", name}});
  }
  [[nodiscard]] Result<> write(const std::string& name, std::string_view) override {
    return fail(ErrorCode::file_unwritable, {{"file", name}});
  }
};

class Tables final : public app::Sheets {
 public:
  [[nodiscard]] Result<std::unique_ptr<RowSource>> read_rows(std::string bytes,
                                                             const std::string& file) override {
    return sheet::read_rows(std::move(bytes), file);
  }
  [[nodiscard]] Result<std::string> write_form(const report::FormSheet&) override { return std::string{}; }
  [[nodiscard]] Result<report::FilledForm> read_form(const Table&) override {
    return fail(ErrorCode::form_not_ours, {});
  }
};

class NoProgress final : public app::Progress {
 public:
  void begin(std::string_view, std::size_t) override {}
  void advance(std::size_t) override {}
  void end() override {}
};

// Nobody writes into the audit log here.
std::string sealed_quickly(std::string_view text) {
  return std::to_string(std::hash<std::string_view>{}(text));
}

}  // namespace

struct OurPorts::Parts {
  Parts(const app::Knowledge& knowledge, const std::string& url)
      : database(store::open(url, store::OpenMode::create_if_missing, sealed_quickly).value()),
        ports{*database, clock, files, sheets, progress, workers, knowledge} {}

  std::unique_ptr<app::Database> database;
  StandingClock clock;
  NoFiles files;
  Tables sheets;
  NoProgress progress;
  workers::Threads workers;
  app::Ports ports;
};

OurPorts::OurPorts(const app::Knowledge& knowledge, const std::string& url)
    : parts_(std::make_unique<Parts>(knowledge, url)) {}
OurPorts::~OurPorts() = default;

const app::Ports& OurPorts::get() const {
  return parts_->ports;
}

Date OurPorts::today() const {
  return parts_->clock.today();
}

void fill_units(const app::Ports& ports, const Nation& nation) {
  const Date today = ports.clock.today();
  const auto founded = foundings(nation);
  ports.database.act([&](app::Writer& writer) { return writer.record_events(founded, 0, today); }).value();
  ports.database.act([&](app::Writer& writer) { return writer.adopt(directive_of()); }).value();
}

void fill_reports(const app::Ports& ports, const Nation& nation, std::uint32_t quarters) {
  constexpr std::size_t batch = 20'000;
  const Date today = ports.clock.today();
  std::vector<app::StoredReport> reports;
  const auto send = [&] {
    ports.database.act([&](app::Writer& writer) { return writer.submit(reports, today); }).value();
    reports.clear();
  };
  for (std::uint32_t q = 0; q < quarters; ++q)
    for (std::uint32_t g = 0; g < nation.grassroots; ++g) {
      if (!Nation::reported(g, q)) continue;
      reports.push_back(report_of(nation, ports.knowledge, g, q));
      if (reports.size() == batch) send();
    }
  if (!reports.empty()) send();
}

}  // namespace nucong::bench
