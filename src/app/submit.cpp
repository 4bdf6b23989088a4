#include "app/submit.hpp"

#include "app/unit_named.hpp"

namespace nucong::app {

Result<Submitted> submit(const Ports& ports, const unit::History& history, Draft draft, Strictness strictness,
                         const std::string& file, const Places& places) {
  const ReportKey key{draft.unit, draft.period};
  TRY(const auto known, KnownReports::load(ports.database, {&key, 1}));
  DraftCheck check({ports.knowledge, history, known, ports.clock.today(), strictness, places});
  Rejection rejection;
  const auto next = check.check(draft, rejection);
  if (!rejection.empty()) return std::move(rejection).error(file);
  if (!next) return Submitted{.unchanged = 1};
  const Date today = ports.clock.today();
  TRY(named(ports.database.act([&](Writer& writer) { return writer.submit({&*next, 1}, today); }), history));
  return Submitted{.reports = 1, .figures = draft.cells.size(), .corrected = next->version > 1 ? 1U : 0U};
}

}  // namespace nucong::app
