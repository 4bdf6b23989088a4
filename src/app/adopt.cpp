#include "app/adopt.hpp"

#include <algorithm>

#include "app/find_directive.hpp"
#include "app/record_units.hpp"
#include "app/tree_choice.hpp"
#include "directive/paper/paper_head.hpp"
#include "target/recipients.hpp"

namespace nucong::app {

using directive::ProposedTarget;
using target::Target;

namespace {

Target target_of(const ProposedTarget& proposed, const Period& period) {
  Target made;
  made.quote = proposed.quote;
  made.begin = proposed.span.begin;
  made.end = proposed.span.end;
  made.comparator = proposed.comparator;
  made.value = proposed.value;
  made.value_max = proposed.value_max;
  made.unit = proposed.unit;
  made.noun = proposed.noun;
  made.subject = proposed.subject;
  made.measure = proposed.measure;
  made.per_unit = proposed.per_unit;
  made.baseline_change = proposed.baseline_change;
  made.starts = period.first();
  made.due = period.last();
  if (proposed.deadline) made.due = proposed.due.value_or(Period::year(*proposed.deadline).last());
  // Last year's text taken into work anew: its days are over before the work begins.
  if (made.due < period.first()) made.due = period.last();
  return made;
}

// An indicator can measure a target if it is told in the same unit and is per unit where the target is.
bool fits(const Target& target, const indicator::Indicator& indicator) {
  const bool percent = indicator.unit == indicator::ValueUnit::percent;
  const bool per_unit = indicator.formula.per_unit() != nullptr;
  if (per_unit || target.per_unit) return per_unit == target.per_unit;
  return percent == (target.unit == directive::Quantity::percent);
}

Result<std::string> checked_binding(const Ports& ports, const Target& target, const std::string& code) {
  TRY(const auto* indicator, ports.knowledge.catalogue.indicator(code));
  if (!fits(target, *indicator))
    return fail(ErrorCode::indicator_unit_differs, {{"target", target.id}, {"indicator", indicator->code}});
  return indicator->code;
}

Result<Period> period_of(const AdoptOrder& order, const directive::Reading& reading) {
  if (order.period) return *order.period;
  // The work is of the year in which its first target is due; a text of January may be dated the year before.
  std::optional<int> first_due;
  for (const auto& target : reading.targets)
    if (target.deadline) first_due = std::min(first_due.value_or(*target.deadline), *target.deadline);
  if (first_due) return Period::year(*first_due);
  if (reading.year) return Period::year(*reading.year);
  return fail(ErrorCode::directive_period_missing).at({order.file, 0, {}});
}

void mend(Target& target, const Correction& correction) {
  if (correction.comparator) target.comparator = *correction.comparator;
  if (correction.value) target.value = *correction.value;
  if (correction.due) target.due = *correction.due;
}

template <class Decisions>
Result<> check_numbers(const Decisions& decisions, std::size_t targets) {
  for (const auto& [number, decision] : decisions)
    if (number == 0 || number > targets)
      return fail(ErrorCode::target_unknown, {{"target", std::to_string(number)}});
  return ok();
}

// On the day of the period that is nearest to today.
Result<std::vector<Slot>> recipients_in(const unit::History& history, const AdoptOrder& order,
                                        const Period& period, Date today) {
  if (order.recipients.empty()) return std::vector<Slot>();
  const unit::Tree tree(history, std::clamp(today, period.first(), period.last()));
  TRY(const Slot issuer, standing_unit(tree, order.issuer));
  return recipients_named(tree, issuer, order.recipients);
}

}  // namespace

Result<std::vector<Slot>> recipients_named(const unit::Tree& tree, Slot issuer,
                                           const std::vector<std::string>& codes) {
  std::vector<Slot> chosen;
  for (const auto& code : codes) {
    TRY(const Slot unit, standing_unit(tree, code));
    chosen.push_back(unit);
  }
  return target::recipients_of(issuer, chosen, tree);
}

Result<Adoption> adopt(const Ports& ports, const AdoptOrder& order, const BeforeCommit<Adoption>& also) {
  const auto reading = directive::read(order.text);
  if (reading.targets.empty())
    return fail(ErrorCode::directive_no_target, {{"file", order.file}}).at({order.file, 0, {}});
  TRY(const Period period, period_of(order, reading));
  TRY(const auto history, load_history(ports.database));
  const unit::Tree tree(history, period.first());
  TRY(const Slot issuer, standing_unit(tree, order.issuer));
  TRY(auto recipients, recipients_in(history, order, period, ports.clock.today()));
  TRY(check_numbers(order.bindings, reading.targets.size()));
  TRY(check_numbers(order.corrections, reading.targets.size()));

  const target::Binder binder(ports.knowledge.catalogue);
  const auto head = directive::head_of(order.text);
  target::Directive directive{"",
                              issuer,
                              order.file,
                              head.number,
                              head.title,
                              period,
                              ports.clock.today(),
                              order.text,
                              std::move(recipients),
                              {},
                              reading.citations};
  Adoption adoption{"", period, {}};
  for (std::size_t i = 0; i < reading.targets.size(); ++i) {
    const auto correction = order.corrections.find(i + 1);
    const bool corrected = correction != order.corrections.end();
    if (corrected && correction->second.left_out) continue;
    Adopted adopted{target_of(reading.targets[i], period), binder.candidates(reading.targets[i]), false};
    if (corrected) mend(adopted.target, correction->second);
    adopted.target.id = std::to_string(directive.targets.size() + 1);
    if (const auto decided = order.bindings.find(i + 1); decided != order.bindings.end()) {
      adopted.decided = true;
      if (!decided->second.empty()) {
        TRY(adopted.target.indicator, checked_binding(ports, adopted.target, decided->second));
      }
    } else if (!adopted.candidates.empty() && adopted.candidates.front().likeness >= target::Binder::sure) {
      adopted.target.indicator = adopted.candidates.front().indicator->code;
    }
    directive.targets.push_back(adopted.target);
    adoption.targets.push_back(std::move(adopted));
  }
  if (directive.targets.empty())
    return fail(ErrorCode::directive_no_target, {{"file", order.file}}).at({order.file, 0, {}});
  return ports.database.act([&](Writer& writer) -> Result<Adoption> {
    Adoption made = adoption;
    TRY(made.directive, writer.adopt(directive));
    for (auto& adopted : made.targets) adopted.target.id = made.directive + "." + adopted.target.id;
    TRY(before_commit(also, writer, made));
    return made;
  });
}

Result<std::size_t> give_further(const Ports& ports, const std::string& directive,
                                 const std::vector<std::string>& units,
                                 const BeforeCommit<std::size_t>& also) {
  TRY(const auto directives, ports.database.directives());
  TRY(const auto* found, find_directive(directives, directive));
  if (found->recipients.empty()) return fail(ErrorCode::directive_given_to_all, {{"directive", directive}});
  TRY(const auto history, load_history(ports.database));
  const unit::Tree tree(history, ports.clock.today());
  TRY(standing_unit(tree, history.unit(found->issuer).code));
  TRY(auto further, recipients_named(tree, found->issuer, units));
  std::erase_if(further, [&](Slot unit) {
    return std::ranges::find(found->recipients, unit) != found->recipients.end();
  });
  const std::size_t count = found->recipients.size() + further.size();
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<std::size_t> {
    TRY(writer.give(directive, further, today));
    TRY(before_commit(also, writer, count));
    return count;
  });
}

Result<> rebind(const Ports& ports, const std::string& target, const std::string& indicator,
                const BeforeCommit<void>& also) {
  TRY(const auto directives, ports.database.directives());
  TRY(const auto known, find_target(directives, target));
  TRY(const auto code, checked_binding(ports, known.target, indicator));
  const Date today = ports.clock.today();
  return ports.database.act([&](Writer& writer) -> Result<> {
    TRY(writer.bind(target, code, today));
    return before_commit(also, writer);
  });
}

}  // namespace nucong::app
