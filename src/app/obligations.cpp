#include "app/obligations.hpp"

#include <algorithm>
#include <tuple>

#include "report/extension.hpp"
#include "rollup/question.hpp"

namespace nucong::app {
namespace {

// What is due first stands first; of what is done the latest.
auto in_order(const Obligation& one) {
  const auto day = one.due.time_since_epoch();
  return std::tuple(!one.is_open(), one.is_open() ? day : -day, one.form->code);
}

// The periods of that kind on whose last day the unit stands; the latest, which holds today, is not over yet.
std::vector<Period> periods_of(PeriodKind kind, const unit::Unit& unit, Date today, int back) {
  std::vector<Period> periods;
  Period period = Period::containing(kind, today);
  for (int i = 0; i <= back; ++i, period = period.previous())
    if (unit.stands_on(period.last())) periods.push_back(period);
  return periods;
}

Result<std::optional<report::Step>> last_returned(const WorkPorts& ports, const Obligation& one, Slot unit) {
  if (one.state != report::State::returned) return std::nullopt;
  TRY(auto steps, ports.database.steps(unit, one.period));
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (step->kind == report::StepKind::returned) return std::optional(std::move(*step));
  return std::nullopt;
}

Result<Obligation> obligation(const WorkPorts& ports, const Present& present, const report::Form& form,
                              const Period& period, Slot unit) {
  const auto& standing = present.nation.standings.at(unit, period);
  const auto ground = rollup::ground_on(present.atlas, present.nation.history, period.last());
  Obligation one{&form, period};
  one.due = report::due_for(form, period, unit, ground->tree(), *present.nation.extensions);
  one.extended = one.due > form.due(period);
  TRY(one.draft, ports.database.draft(unit, period));
  one.state = report::state_of(standing, one.draft.has_value());
  one.timeliness = report::timeliness(standing, one.due, present.today);
  one.version = standing.version;
  TRY(one.last_returned, last_returned(ports, one, unit));
  return one;
}

Result<> add_reminders(const WorkPorts& ports, Slot unit, std::vector<Obligation>& all) {
  TRY(const auto reminders, ports.database.reminders(unit, {}));
  for (const Reminder& reminder : reminders)
    for (Obligation& one : all)
      if (one.form->code == reminder.form && one.period == reminder.period) one.reminders.push_back(reminder);
  return ok();
}

}  // namespace

Result<std::vector<Obligation>> obligations(const WorkPorts& ports, const Asker& asker,
                                            const Present& present, const std::string& unit_code,
                                            int periods_back) {
  const auto& history = present.nation.history;
  TRY(const Slot slot, history.slot(unit_code));
  TRY(demand(asker, account::Deed::see_figures, slot, history));
  const unit::Unit& unit = history.unit(slot);
  std::vector<Obligation> all;
  for (const auto& form : present.knowledge.forms)
    for (const PeriodKind kind : form.periods) {
      if (kind == PeriodKind::term) continue;
      for (const Period& period : periods_of(kind, unit, present.today, periods_back)) {
        if (!form.is_for(std::string_view(unit.phase_on(period.last()).kind))) continue;
        TRY(auto one, obligation(ports, present, form, period, slot));
        all.push_back(std::move(one));
      }
    }
  TRY(add_reminders(ports, slot, all));
  std::ranges::stable_sort(all, {}, in_order);
  return all;
}

}  // namespace nucong::app
