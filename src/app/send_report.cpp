#include "app/send_report.hpp"

#include <algorithm>

#include "app/draft_check.hpp"
#include "app/typing.hpp"
#include "app/unit_named.hpp"

namespace nucong::app {
namespace {

// The whole form: what was typed, and what is taken back because its box is empty now.
Result<Draft> draft_of(const SavedDraft& saved, const Present& present, Date today, std::string by) {
  const auto& elements = present.knowledge.elements();
  report::Unpacker unpacker(elements);
  std::vector<report::Figure> figures;
  TRY(unpacker.unpack(saved.figures, figures));
  TRY(unpacker.unpack_reasons(saved.reasons, figures));
  Draft draft{saved.unit, saved.period, saved.form, today, std::move(by), {}, 0};
  for (auto& [series, amount, reason] : figures)
    draft.cells.push_back({series, Decimal::scaled(amount, elements.element(series.element).decimals),
                           std::move(reason), static_cast<Mark>(draft.cells.size())});
  TRY(const auto* form, present.knowledge.form(saved.form, saved.period));
  for (const auto series : form->asked())
    if (std::ranges::find(draft.cells, series, &DraftCell::series) == draft.cells.end())
      draft.cells.push_back({series, std::nullopt, {}, static_cast<Mark>(draft.cells.size())});
  return draft;
}

// The next version; none if the draft says what is known already.
Result<std::optional<StoredReport>> checked(const WorkPorts& ports, const Present& present, Draft draft) {
  const ReportKey key{draft.unit, draft.period};
  TRY(const auto known, KnownReports::load(ports.store, {&key, 1}));
  std::vector<std::string> codes;  // by mark: the check puts the cells in an order of its own
  for (const auto& cell : draft.cells) codes.push_back(present.knowledge.elements().code_of(cell.series));
  const Places places{[&](Mark mark) { return Place{{}, 0, codes[mark]}; }, [](Mark) { return Place{}; }};
  DraftCheck check(
      {present.knowledge, present.nation.history, known, draft.received, Strictness::full, places});
  Rejection rejection;
  auto next = check.check(draft, rejection);
  if (!rejection.empty()) return std::move(rejection).error({}, ErrorCode::report_rejected);
  return next;
}

Result<SentReport> nothing_new(const ReportAt& at) {
  if (at.standing.version == 0)
    return fail(ErrorCode::report_empty, {{"unit", at.code}, {"period", at.period.str()}});
  return SentReport{at.standing.version, true, 0};
}

}  // namespace

Result<SentReport> send_report(const WorkPorts& ports, const Asker& asker, const Present& present,
                               const SendReport& wanted, const KeepReport& keep) {
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(auto by, typist(ports, asker, account::Deed::send_report, present, at));
  TRY(const auto saved, ports.work.draft(at.unit, at.period));
  if (!saved) return nothing_new(at);
  if (saved->revision != wanted.revision)
    return named(changed_draft(at.unit, at.period, &*saved), present.nation.history);
  TRY(auto draft, draft_of(*saved, present, ports.clock.today(), std::move(by)));
  TRY(auto next, checked(ports, present, std::move(draft)));
  SentReport sent{at.standing.version, !next, 0};
  if (next) {
    if (next->version != saved->base + 1)
      return fail(ErrorCode::report_version_changed, {{"unit", at.code}, {"period", at.period.str()}});
    sent.version = next->version;
    TRY(sent.sequence, keep(*std::move(next)));
    TRY(note_work(ports, asker, "report.submit", at, "version " + std::to_string(sent.version)));
  }
  // Whoever saved meanwhile keeps what they saved: it is not what was sent.
  const auto dropped = ports.work.drop_draft(at.unit, at.period, saved->revision);
  if (dropped.has_error() && dropped.error().code() != ErrorCode::draft_changed) return dropped.error();
  return sent;
}

}  // namespace nucong::app
