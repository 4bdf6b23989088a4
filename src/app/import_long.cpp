#include <algorithm>

#include "app/import_reports.hpp"
#include "app/long_figures.hpp"
#include "app/record_units.hpp"
#include "app/unit_named.hpp"

namespace nucong::app {
namespace {

// Some reports of a long file on their way through.
struct Portion {
  std::vector<StoredReport> made;
  Submitted counts;
  Rejection rejection;
};

// Which reports make the portions: small enough that few of them fill no memory.
constexpr std::size_t portion_size = 512;

// Reads and checks the reports of a surveyed file side by side and hands them to the database as they come.
class LongImport {
 public:
  LongImport(const Ports& ports, const CheckGround& ground, const RowSource& rows, const LongColumns& columns,
             const LongSurvey& survey, Sequence known)
      : ports_(ports), ground_(ground), rows_(rows), columns_(columns), survey_(survey), known_(known) {}

  // One fault anywhere, and nothing of the file is kept: `rejection` has all of them.
  Result<Submitted> run(Rejection& rejection) {
    Submitted done;
    const std::string& file = rows_.heading().file;
    const auto fill = [&](const ReportPut& put) -> Result<> {
      TRY(work_through(put, done, rejection));
      return rejection.empty() ? ok() : Result<>(std::move(rejection).error(file));
    };
    TRY(named(ports_.database.import_reports(fill, ground_.today, known_), ground_.history));
    return done;
  }

 private:
  Result<> work_through(const ReportPut& put, Submitted& done, Rejection& rejection) const {
    std::vector<Portion> portions((survey_.reports().size() + portion_size - 1) / portion_size);
    Result<> state = ok();
    ports_.progress.begin("progress.checking", portions.size());
    ports_.workers.in_order(
        portions.size(), [&](std::size_t i) { portions[i] = read(i); },
        [&](std::size_t i) {
          ports_.progress.advance(1);
          add(done, portions[i].counts);
          rejection.add(std::move(portions[i].rejection));
          if (rejection.empty()) state = put(portions[i].made);
          portions[i] = {};
          return state.has_value();
        });
    ports_.progress.end();
    return state;
  }

  [[nodiscard]] Portion read(std::size_t portion) const {
    Portion read;
    LongReader reader(ground_.knowledge.elements(), rows_, columns_, survey_, ground_.today);
    DraftCheck check(ground_);
    const auto begin = portion * portion_size;
    for (auto i = begin; i < std::min(begin + portion_size, survey_.reports().size()); ++i) {
      auto draft = reader.read(i, read.rejection);
      if (!draft) continue;
      auto next = check.check(*draft, read.rejection);
      if (!next) {
        ++read.counts.unchanged;
        continue;
      }
      ++read.counts.reports;
      if (next->version > 1) ++read.counts.corrected;
      read.counts.figures += draft->cells.size();
      read.made.push_back(std::move(*next));
    }
    return read;
  }

  static void add(Submitted& sum, const Submitted& more) {
    sum.reports += more.reports;
    sum.figures += more.figures;
    sum.corrected += more.corrected;
    sum.unchanged += more.unchanged;
  }

  const Ports& ports_;
  const CheckGround& ground_;
  const RowSource& rows_;
  const LongColumns& columns_;
  const LongSurvey& survey_;
  const Sequence known_;  // of which units are known
};

}  // namespace

Result<Submitted> import_long(const Ports& ports, const RowSource& rows, Strictness strictness) {
  TRY(const auto columns, LongColumns::find(rows));
  TRY(const auto known_units, ports.database.latest());
  TRY(const auto history, load_history(ports.database));
  Rejection rejection;
  TRY(const auto survey, LongSurvey::make(ports, history, rows, columns, rejection));
  TRY(const auto known, KnownReports::load(ports.database, survey.reports()));
  const Places places{[&](Mark line) { return columns.place(line, LongColumns::value); },
                      [&](Mark line) { return columns.place(line, LongColumns::unit); }};
  const CheckGround ground{ports.knowledge, history, known, ports.clock.today(), strictness, places};
  return LongImport(ports, ground, rows, columns, survey, known_units).run(rejection);
}

}  // namespace nucong::app
