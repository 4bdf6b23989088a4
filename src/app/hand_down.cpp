#include "app/hand_down.hpp"

namespace nucong::app {

using account::Deed;

Result<Adoption> adopt_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                          const AdoptOrder& order, const unit::History& history) {
  TRY(const Slot issuer, history.slot(order.issuer));
  TRY(demand(asker, Deed::adopt_directive, issuer, history));
  TRY(auto adoption, adopt(ports, order));
  const auto note = note_of(asker, ports.clock.now(), "directive.adopt", "directive " + adoption.directive,
                            issuer, std::to_string(adoption.targets.size()) + " targets");
  TRY(accounts.accounts.write_audit({&note, 1}));
  return adoption;
}

Result<> rebind_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                   const std::string& target, const std::string& indicator, const unit::History& history) {
  TRY(const auto directives, ports.store.directives());
  TRY(const auto found, find_target(directives, target));
  TRY(demand(asker, Deed::adopt_directive, found.issuer, history));
  TRY(rebind(ports, target, indicator));
  const auto note =
      note_of(asker, ports.clock.now(), "target.bind", "target " + target, found.issuer, indicator);
  return accounts.accounts.write_audit({&note, 1});
}

Result<std::size_t> set_goals_as(const Ports& ports, const AccountPorts& accounts, const Asker& asker,
                                 const std::vector<GoalOrder>& orders) {
  std::optional<Slot> first;
  const auto check = [&](Slot unit, const unit::History& history) -> Result<> {
    if (!first) first = unit;
    return demand(asker, Deed::assign_goals, unit, history);
  };
  TRY(const auto set, set_goals(ports, orders, {}, check));
  const auto note = note_of(asker, ports.clock.now(), "target.goals", std::to_string(set) + " goals", first,
                            orders.front().target);
  TRY(accounts.accounts.write_audit({&note, 1}));
  return set;
}

}  // namespace nucong::app
