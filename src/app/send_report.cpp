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
  TRY(const auto known, KnownReports::load(ports.database, {&key, 1}));
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
  return SentReport{at.standing.version, true, 0, at.standing};
}

// As `nothing_new`, of a draft that says what is known: it is let go of. Whoever saved meanwhile keeps what
// they saved.
Result<SentReport> known_already(const WorkPorts& ports, const ReportAt& at, const SavedDraft& saved) {
  const auto dropped = ports.database.drop_draft(at.unit, at.period, saved.revision);
  if (dropped.has_error() && dropped.error().code() != ErrorCode::draft_changed) return dropped.error();
  return SentReport{at.standing.version, true, 0, at.standing};
}

}  // namespace

Result<SentReport> send_report(const WorkPorts& ports, const Asker& asker, const Present& present,
                               const SendReport& wanted, const BeforeCommit<SentReport>& also) {
  const auto& history = present.nation.history;
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(auto by, typist(ports, asker, account::Deed::send_report, present, at));
  TRY(const auto saved, ports.database.draft(at.unit, at.period));
  if (!saved) return nothing_new(at);
  if (saved->revision != wanted.revision) return named(changed_draft(at.unit, at.period, &*saved), history);
  const Date today = ports.clock.today();
  TRY(auto draft, draft_of(*saved, present, today, std::move(by)));
  TRY(const auto next, checked(ports, present, std::move(draft)));
  if (!next) return known_already(ports, at, *saved);
  if (next->version != saved->base + 1)
    return fail(ErrorCode::report_version_changed, {{"unit", at.code}, {"period", at.period.str()}});
  const auto note = work_note(ports, asker, "report.submit", at, "version " + std::to_string(next->version));
  return ports.database.act([&](Writer& writer) -> Result<SentReport> {
    SentReport sent{next->version, false, 0, report::received(at.standing, next->version, next->received)};
    TRY(sent.sequence, named(writer.submit({&*next, 1}, today), history));
    TRY(named(writer.drop_draft(at.unit, at.period, saved->revision), history));
    writer.note(note);
    TRY(before_commit(also, writer, sent));
    return sent;
  });
}

}  // namespace nucong::app
