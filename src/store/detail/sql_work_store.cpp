#include "store/detail/sql_work_store.hpp"

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/act_words.hpp"
#include "store/detail/work_words.hpp"

namespace nucong::store {
namespace {

using app::changed_draft;
using app::FrozenText;
using app::Reminder;
using app::SavedDraft;
using app::Sequence;

std::optional<std::uint32_t> number_of(const std::optional<AccountId>& account) {
  return account ? std::optional(account->value) : std::nullopt;
}

// A period's name has no quotation mark.
std::string report_is(Slot unit, const Period& period) {
  return fmt::format("unit = {} AND period = '{}'", unit.value, period.str());
}

}  // namespace

Result<std::optional<DraftRow>> SqlWorkStore::find_draft(Slot unit, const Period& period) {
  PeriodReader periods;
  TRY(auto found,
      rows(fmt::format("SELECT {} FROM report_draft WHERE {}", draft_columns, report_is(unit, period)), {},
           [&](const Row& row) { return draft_in(row, periods); }));
  return at_most_one(std::move(found));
}

void SqlWorkStore::write_draft(const DraftRow& row) {
  const SavedDraft& draft = row.draft;
  engine_->session() << "DELETE FROM report_draft WHERE " + report_is(draft.unit, draft.period);
  const auto sink = engine_->insert("report_draft", draft_columns);
  sink->row(draft.unit.value, draft.period.str(), draft.form, draft.base, draft.figures, draft.reasons,
            draft.by, number_of(draft.account), seconds_of(draft.saved), draft.revision, row.is_open ? 1 : 0);
  sink->finish();
}

Result<std::optional<SavedDraft>> SqlWorkStore::draft(Slot unit, const Period& period) {
  return reading([&]() -> Result<std::optional<SavedDraft>> {
    TRY(auto found, find_draft(unit, period));
    if (!found || !found->is_open) return std::nullopt;
    return std::optional(std::move(found->draft));
  });
}

Result<std::uint32_t> SqlWorkStore::save_draft(const SavedDraft& draft, std::uint32_t known) {
  return acting([&]() -> Result<std::uint32_t> {
    TRY(const auto found, find_draft(draft.unit, draft.period));
    const SavedDraft* now = found && found->is_open ? &found->draft : nullptr;
    if (known != (now == nullptr ? 0 : now->revision)) return changed_draft(draft.unit, draft.period, now);
    DraftRow next{draft, true};
    next.draft.revision = found ? found->draft.revision + 1 : 1;
    write_draft(next);
    return next.draft.revision;
  });
}

Result<> SqlWorkStore::drop_draft(Slot unit, const Period& period, std::uint32_t known) {
  return acting([&]() -> Result<> {
    TRY(auto found, find_draft(unit, period));
    if (!found || !found->is_open) return ok();
    if (known != found->draft.revision) return changed_draft(unit, period, &found->draft);
    for (auto* text : {&found->draft.figures, &found->draft.reasons, &found->draft.by}) text->clear();
    found->is_open = false;
    write_draft(*found);
    return ok();
  });
}

Result<Sequence> SqlWorkStore::append_step(const report::Step& step, std::string_view kind, Date day) {
  const std::string key = report_is(step.unit, step.period);
  const auto current = number("SELECT COALESCE(max(version), 0) FROM report WHERE " + key);
  const auto last = number("SELECT COALESCE(max(number), 0) FROM report_step WHERE " + key);
  TRY(check_next(step, static_cast<report::Version>(current), static_cast<std::uint32_t>(last)));
  const Sequence sequence = last_sequence() + 1;
  write_act(sequence, kind, day, summary_of(step));
  const auto sink = engine_->insert("report_step", step_columns);
  sink->row(step.unit.value, step.period.str(), step.number, report::name_of(step.kind), step.version,
            number_of(step.account), seconds_of(step.at), step.note, joined_cells(step.cells), sequence);
  sink->finish();
  return sequence;
}

Result<Sequence> SqlWorkStore::add_step(const report::Step& step, Date day) {
  ENSURE(step.kind != report::StepKind::signed_off);
  return acting([&] { return append_step(step, act_kind::report_step, day); });
}

Result<Sequence> SqlWorkStore::freeze(const report::Step& step, const std::string& text,
                                      const std::string& digest, Date day) {
  ENSURE(step.kind == report::StepKind::signed_off);
  return acting([&]() -> Result<Sequence> {
    TRY(const auto sequence, append_step(step, act_kind::report_freeze, day));
    const auto sink = engine_->insert("frozen_report", frozen_columns);
    sink->row(step.unit.value, step.period.str(), step.number, text, digest, sequence);
    sink->finish();
    return sequence;
  });
}

Result<std::vector<report::Step>> SqlWorkStore::steps(Slot unit, const Period& period) {
  return reading([&] {
    PeriodReader periods;
    return rows(fmt::format("SELECT {} FROM report_step WHERE {} ORDER BY number", step_columns,
                            report_is(unit, period)),
                {}, [&](const Row& row) -> Result<report::Step> {
                  TRY(auto stored, step_in(row, periods));
                  return std::move(stored.step);
                });
  });
}

Result<std::vector<FrozenText>> SqlWorkStore::frozen(Slot unit, const Period& period) {
  return reading([&] {
    PeriodReader periods;
    return rows(fmt::format("SELECT {} FROM frozen_report WHERE {} ORDER BY step", frozen_columns,
                            report_is(unit, period)),
                {}, [&](const Row& row) { return frozen_in(row, periods); });
  });
}

Result<Sequence> SqlWorkStore::extend(const report::Extension& extension, Date day) {
  return acting([&]() -> Result<Sequence> {
    const Sequence sequence = last_sequence() + 1;
    write_act(sequence, act_kind::deadline_extend, day, summary_of(extension));
    const auto sink = engine_->insert("extension", extension_columns);
    sink->row(extension.unit.value, extension.form, extension.period.str(), extension.due,
              number_of(extension.account), seconds_of(extension.at), extension.reason, sequence);
    sink->finish();
    return sequence;
  });
}

Result<Sequence> SqlWorkStore::remind(std::span<const Reminder> reminders, Date day) {
  return acting([&]() -> Result<Sequence> {
    const Sequence last = last_sequence();
    if (reminders.empty()) return last;
    write_act(last + 1, act_kind::report_remind, day, counted(reminders.size(), "unit"));
    const auto sink = engine_->insert("reminder", reminder_columns);
    for (const Reminder& one : reminders)
      sink->row(one.unit.value, one.form, one.period.str(), number_of(one.account), seconds_of(one.at),
                last + 1);
    sink->finish();
    return last + 1;
  });
}

Result<std::vector<Reminder>> SqlWorkStore::reminders(Slot unit, std::chrono::sys_seconds from) {
  return reading([&] {
    PeriodReader periods;
    return rows(fmt::format("SELECT {} FROM reminder WHERE unit = $1 AND at >= $2 ORDER BY sequence",
                            reminder_columns),
                {std::int64_t{unit.value}, seconds_of(from)},
                [&](const Row& row) { return reminder_in(row, periods); });
  });
}

Result<std::vector<Reminder>> SqlWorkStore::all_reminders(std::chrono::sys_seconds from) {
  return reading([&] {
    PeriodReader periods;
    return rows(
        fmt::format("SELECT {} FROM reminder WHERE at >= $1 ORDER BY unit, sequence", reminder_columns),
        {seconds_of(from)}, [&](const Row& row) { return reminder_in(row, periods); });
  });
}

}  // namespace nucong::store
