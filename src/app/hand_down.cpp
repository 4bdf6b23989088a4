#include "app/hand_down.hpp"

#include "app/find_directive.hpp"

namespace nucong::app {

using account::Deed;

Result<Adoption> adopt_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                          const AdoptOrder& order, const unit::History& history) {
  TRY(const Slot issuer, history.slot(order.issuer));
  TRY(demand(asker, Deed::adopt_directive, issuer, history));
  TRY(auto adoption, adopt(ports, order));
  TRY(write_note(accounts.accounts, asker, ports.clock.now(), "directive.adopt",
                 "directive " + adoption.directive, issuer,
                 std::to_string(adoption.targets.size()) + " targets"));
  return adoption;
}

Result<std::size_t> give_further_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                                    const std::string& directive, const std::vector<std::string>& units,
                                    const unit::History& history) {
  TRY(const auto directives, ports.store.directives());
  TRY(const auto* found, find_directive(directives, directive));
  TRY(demand(asker, Deed::adopt_directive, found->issuer, history));
  TRY(const auto count, give_further(ports, directive, units));
  TRY(write_note(accounts.accounts, asker, ports.clock.now(), "directive.give", "directive " + directive,
                 found->issuer, std::to_string(count) + " units"));
  return count;
}

Result<> rebind_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                   const std::string& target, const std::string& indicator, const unit::History& history) {
  TRY(const auto directives, ports.store.directives());
  TRY(const auto found, find_target(directives, target));
  TRY(demand(asker, Deed::adopt_directive, found.issuer, history));
  TRY(rebind(ports, target, indicator));
  return write_note(accounts.accounts, asker, ports.clock.now(), "target.bind", "target " + target,
                    found.issuer, indicator);
}

Result<std::size_t> set_goals_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                                 const std::vector<GoalOrder>& orders) {
  std::optional<Slot> first;
  const auto check = [&](Slot unit, const unit::History& history) -> Result<> {
    if (!first) first = unit;
    return demand(asker, Deed::assign_goals, unit, history);
  };
  TRY(const auto set, set_goals(ports, orders, {}, check));
  TRY(write_note(accounts.accounts, asker, ports.clock.now(), "target.goals", std::to_string(set) + " goals",
                 first, orders.front().target));
  return set;
}

}  // namespace nucong::app
