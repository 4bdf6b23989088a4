#include "app/deadlines.hpp"

#include <algorithm>
#include <unordered_set>

#include "app/branch_reports.hpp"
#include "app/tree_choice.hpp"
#include "base/text.hpp"
#include "rollup/question.hpp"

namespace nucong::app {
namespace {

using account::Deed;

// Those who were asked for that report within `reminded_again`.
Result<std::unordered_set<Slot>> reminded_lately(const WorkPorts& ports, const RemindLate& wanted) {
  TRY(const auto reminders, ports.database.all_reminders(ports.clock.now() - reminded_again));
  std::unordered_set<Slot> units;
  for (const Reminder& one : reminders)
    if (one.form == wanted.form && one.period == wanted.period) units.insert(one.unit);
  return units;
}

// The silent ones whom the asker may remind, in the order of the tree.
Result<std::vector<Slot>> silent_below(const Asker& asker, const Present& present, const report::Form& form,
                                       const RemindLate& wanted, Slot unit) {
  const auto& history = present.nation.history;
  const BranchReports branch(present, form, wanted.period, unit);
  std::vector<Slot> silent;
  branch.each([&](const BranchReport& report) {
    if (report.is_silent()) silent.push_back(report.unit);
  });
  if (demand(asker, Deed::remind, unit, history).has_error()) std::erase(silent, unit);
  for (const Slot one : silent) {
    TRY(demand(asker, Deed::remind, one, history));
  }
  return silent;
}

}  // namespace

Result<Sequence> extend_deadline(const WorkPorts& ports, const Asker& asker, const Present& present,
                                 const ExtendDeadline& wanted, const BeforeCommit<Sequence>& also) {
  const auto& history = present.nation.history;
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(demand(asker, Deed::extend_deadline, at.unit, history));
  TRY(standing_unit(history, wanted.period.last(), at.code));
  TRY(const auto* form, present.knowledge.form(wanted.form, wanted.period));
  report::Extension extension{at.unit,           form->code, wanted.period, wanted.due, asker.account,
                              ports.clock.now(), {}};
  TRY(extension.reason, nfc(wanted.reason));
  const auto ground = rollup::ground_on(present.atlas, history, wanted.period.last());
  const Date so_far =
      report::due_for(*form, wanted.period, at.unit, ground->tree(), *present.nation.extensions);
  TRY(report::check_extension(extension, so_far));
  const auto note =
      work_note(ports, asker, "deadline.extend", at, form->code + " to " + format_date(wanted.due));
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<Sequence> {
    TRY(const Sequence sequence, writer.extend(extension, today));
    writer.note(note);
    TRY(before_commit(also, writer, sequence));
    return sequence;
  });
}

Result<Reminded> remind_late(const WorkPorts& ports, const Asker& asker, const Present& present,
                             const RemindLate& wanted, const BeforeCommit<Reminded>& also) {
  const auto& history = present.nation.history;
  TRY(const auto at, report_at(present, wanted.unit, wanted.period));
  TRY(demand(asker, Deed::see_figures, at.unit, history));
  TRY(standing_unit(history, wanted.period.last(), at.code));
  TRY(const auto* form, present.knowledge.form(wanted.form, wanted.period));
  TRY(const auto silent, silent_below(asker, present, *form, wanted, at.unit));
  TRY(const auto lately, reminded_lately(ports, wanted));
  std::vector<Reminder> reminders;
  Reminded done;
  for (const Slot unit : silent) {
    if (!wanted.again && lately.contains(unit)) {
      ++done.lately;
      continue;
    }
    reminders.push_back({unit, form->code, wanted.period, asker.account, ports.clock.now()});
    done.units.push_back(history.unit(unit).code);
  }
  if (reminders.empty()) {
    TRY(done.sequence, ports.database.latest());
    return done;
  }
  const auto note = work_note(ports, asker, "report.remind", at,
                              form->code + ": " + std::to_string(reminders.size()) + " units");
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<Reminded> {
    Reminded told = done;
    TRY(told.sequence, writer.remind(reminders, today));
    writer.note(note);
    TRY(before_commit(also, writer, told));
    return told;
  });
}

}  // namespace nucong::app
