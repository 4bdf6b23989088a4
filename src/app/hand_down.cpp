#include "app/hand_down.hpp"

#include "app/find_directive.hpp"

namespace nucong::app {

using account::Deed;

Result<Adoption> adopt_as(const Ports& ports, const Asker& asker, const AdoptOrder& order,
                          const unit::History& history, const BeforeCommit<Adoption>& also) {
  TRY(const Slot issuer, history.slot(order.issuer));
  TRY(demand(asker, Deed::adopt_directive, issuer, history));
  const Instant now = ports.clock.now();
  return adopt(ports, order, [&](Writer& writer, const Adoption& adoption) {
    writer.note(note_of(asker, now, "directive.adopt", "directive " + adoption.directive, issuer,
                        std::to_string(adoption.targets.size()) + " targets"));
    return before_commit(also, writer, adoption);
  });
}

Result<std::size_t> give_further_as(const Ports& ports, const Asker& asker, const std::string& directive,
                                    const std::vector<std::string>& units, const unit::History& history,
                                    const BeforeCommit<std::size_t>& also) {
  TRY(const auto directives, ports.database.directives());
  TRY(const auto* found, find_directive(directives, directive));
  TRY(demand(asker, Deed::adopt_directive, found->issuer, history));
  const Instant now = ports.clock.now();
  return give_further(ports, directive, units, [&](Writer& writer, std::size_t count) {
    writer.note(note_of(asker, now, "directive.give", "directive " + directive, found->issuer,
                        std::to_string(count) + " units"));
    return before_commit(also, writer, count);
  });
}

Result<> rebind_as(const Ports& ports, const Asker& asker, const std::string& target,
                   const std::string& indicator, const unit::History& history,
                   const BeforeCommit<void>& also) {
  TRY(const auto directives, ports.database.directives());
  TRY(const auto found, find_target(directives, target));
  TRY(demand(asker, Deed::adopt_directive, found.issuer, history));
  const auto note =
      note_of(asker, ports.clock.now(), "target.bind", "target " + target, found.issuer, indicator);
  return rebind(ports, target, indicator, [&](Writer& writer) {
    writer.note(note);
    return before_commit(also, writer);
  });
}

Result<std::size_t> set_goals_as(const Ports& ports, const Asker& asker, const std::vector<GoalOrder>& orders,
                                 const BeforeCommit<std::size_t>& also) {
  std::optional<Slot> first;
  const auto check = [&](Slot unit, const unit::History& history) -> Result<> {
    if (!first) first = unit;
    return demand(asker, Deed::assign_goals, unit, history);
  };
  const Instant now = ports.clock.now();
  return set_goals(ports, orders, {}, check, [&](Writer& writer, std::size_t set) {
    writer.note(
        note_of(asker, now, "target.goals", std::to_string(set) + " goals", first, orders.front().target));
    return before_commit(also, writer, set);
  });
}

}  // namespace nucong::app
