#include "app/manage_accounts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/unit_named.hpp"
#include "base/text.hpp"

namespace nucong::app {
namespace {

using account::Deed;
using account::Office;

constexpr std::size_t person_columns = 200;

Result<> demand_office(const Asker& asker, const Office& office, const unit::History& history) {
  TRY(demand(asker, Deed::manage_accounts, office.unit, history));
  if (office.role != account::Role::administrator) return ok();
  return demand(asker, Deed::manage_administrators, office.unit, history);
}

/// A term can only begin at a unit that stands on that day.
Result<> check_unit(const Office& office, Date day, const unit::History& history) {
  if (office.unit.value >= history.size())
    return fail(ErrorCode::unit_unknown, {{"unit", std::to_string(office.unit.value)}});
  const unit::Unit& unit = history.unit(office.unit);
  if (day < unit.founded) return fail(ErrorCode::unit_not_yet_founded, {{"unit", unit.code}});
  if (!unit.stands_on(day)) return fail(ErrorCode::unit_closed, {{"unit", unit.code}});
  return ok();
}

Result<> demand_somebody_else(const Asker& asker, AccountId id) {
  if (asker.account == id) return fail(ErrorCode::account_itself);
  return ok();
}

std::string words_of(const Office& office) {
  std::string words(account::name_of(office.role));
  words += " from " + format_date(office.from);
  if (office.to) words += " to " + format_date(*office.to);
  return words;
}

std::string thing(AccountId id) {
  return "account " + std::to_string(id.value);
}

}  // namespace

Result<std::string> person_named(const std::string& typed) {
  TRY(const auto text, nfc(typed));
  const std::string person(trimmed(printable(text)));
  if (person.empty() || display_width(person) > person_columns)
    return fail(ErrorCode::account_person_missing);
  return person;
}

Result<> demand_over(const AccountPorts& ports, const Asker& asker, AccountId id,
                     const unit::History& history) {
  TRY(demand_somebody_else(asker, id));
  TRY(const auto offices, ports.database.offices_of(id));
  const Date today = ports.clock.today();
  const auto is_over = [&](const Office& office) { return office.to && *office.to <= today; };
  const bool all_over = std::ranges::all_of(offices, is_over);
  for (const Office& office : offices) {
    if (is_over(office) && !all_over) continue;
    TRY(demand_office(asker, office, history));
  }
  if (offices.empty()) return demand(asker, Deed::manage_accounts, history.root().value_or(Slot()), history);
  return ok();
}

Result<MadeAccount> make_account(const AccountPorts& ports, const Asker& asker, const MakeAccount& wanted,
                                 const unit::History& history) {
  TRY(auto name, account::UserName::parse(wanted.name));
  TRY(auto person, person_named(wanted.person));
  for (const Office& office : wanted.offices) {
    TRY(demand_office(asker, office, history));
    TRY(check_unit(office, office.from, history));
  }
  if (wanted.offices.empty()) {
    TRY(demand(asker, Deed::manage_accounts, history.root().value_or(Slot()), history));
  }
  const Instant now = ports.clock.now();
  std::string token = ports.secrets.token();
  const auto unit = wanted.offices.empty() ? std::nullopt : std::optional(wanted.offices.front().unit);
  auto note = note_of(asker, now, "account.make", "account " + name.str(), unit,
                      wanted.offices.empty() ? std::string() : words_of(wanted.offices.front()));
  const NewAccount account{
      std::move(name),
      std::move(person),
      {},
      wanted.offices,
      asker.account,
      StoredLink{ports.secrets.digest(token), LinkKind::pass_phrase, {}, now, now + invitation_life}};
  const auto made = ports.database.act([&](Writer& writer) { return writer.make_account(account, note); });
  TRY(const auto id, named(made, history));
  return MadeAccount{id, std::move(token)};
}

Result<> close_account(const AccountPorts& ports, const Asker& asker, AccountId id,
                       const unit::History& history, const BeforeCommit<void>& also) {
  TRY(demand_over(ports, asker, id, history));
  const Date today = ports.clock.today();
  const auto note = note_of(asker, ports.clock.now(), "account.close", thing(id));
  return ports.database.act([&](Writer& writer) -> Result<> {
    TRY(writer.close_account(id, today, note));
    return before_commit(also, writer);
  });
}

Result<> appoint(const AccountPorts& ports, const Asker& asker, const Office& office,
                 const unit::History& history, const BeforeCommit<void>& also) {
  TRY(demand_somebody_else(asker, office.account));
  TRY(demand_office(asker, office, history));
  TRY(check_unit(office, office.from, history));
  const auto note = note_of(asker, ports.clock.now(), "office.appoint", thing(office.account), office.unit,
                            words_of(office));
  return ports.database.act([&](Writer& writer) -> Result<> {
    TRY(named(writer.appoint(office, note), history));
    return before_commit(also, writer);
  });
}

Result<> end_office(const AccountPorts& ports, const Asker& asker, const Office& office, Date day,
                    const unit::History& history, const BeforeCommit<void>& also) {
  TRY(demand_office(asker, office, history));
  const auto note = note_of(asker, ports.clock.now(), "office.end", thing(office.account), office.unit,
                            words_of(office) + ", ended " + format_date(day));
  return ports.database.act([&](Writer& writer) -> Result<> {
    TRY(named(writer.end_office(office, day, note), history));
    return before_commit(also, writer);
  });
}

Result<account::Handover> hand_over(const AccountPorts& ports, const Asker& asker, const Office& office,
                                    AccountId receiver, Date day, const unit::History& history,
                                    const BeforeCommit<account::Handover>& also) {
  TRY(demand_somebody_else(asker, receiver));
  TRY(demand_office(asker, office, history));
  TRY(check_unit(office, day, history));
  const auto note = note_of(
      asker, ports.clock.now(), "office.hand_over", thing(office.account), office.unit,
      std::string(account::name_of(office.role)) + " to " + thing(receiver) + " on " + format_date(day));
  return ports.database.act([&](Writer& writer) -> Result<account::Handover> {
    TRY(const auto handed, named(writer.hand_over(office, receiver, day, note), history));
    TRY(before_commit(also, writer, handed));
    return handed;
  });
}

Result<std::vector<SeenAccount>> accounts_seen(Reader& reader, const Asker& asker,
                                               const unit::History& history) {
  TRY(auto all, reader.accounts());
  TRY(const auto offices, reader.offices());
  Asker looking = asker;
  looking.may_write = true;  // to look changes nothing
  const auto may_look = [&](Slot unit) {
    return demand(looking, Deed::manage_accounts, unit, history).has_value();
  };
  std::map<AccountId, std::vector<Office>> seen;
  std::set<AccountId> in_office;
  for (const Office& office : offices) {
    in_office.insert(office.account);
    if (may_look(office.unit)) seen[office.account].push_back(office);
  }
  const bool at_root = may_look(history.root().value_or(Slot()));
  std::vector<SeenAccount> found;
  for (auto& account : all) {
    const auto at = seen.find(account.id);
    if (at != seen.end())
      found.push_back({std::move(account), std::move(at->second)});
    else if (at_root && !in_office.contains(account.id))
      found.push_back({std::move(account), {}});
  }
  return found;
}

}  // namespace nucong::app
