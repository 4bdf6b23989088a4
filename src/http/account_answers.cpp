// Accounts and offices, for whoever looks after them; and who did what.
#include <algorithm>
#include <limits>
#include <map>

#include "app/audit_log.hpp"
#include "app/manage_accounts.hpp"
#include "app/resets.hpp"
#include "base/text.hpp"
#include "http/acted.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"

namespace nucong::http {
namespace {

using account::Office;
using answer::JsonWriter;
using app::AccountId;

AccountId account_of(const Asked& asked, std::string_view name) {
  return AccountId(asked.params.get<std::uint32_t>(name));
}

std::string code_of(const Asked& asked, Slot unit) {
  const auto& history = asked.nation().history;
  return unit.value < history.size() ? history.unit(unit).code : std::string();
}

std::string name_of(const Asked& asked, Slot unit) {
  const auto& history = asked.nation().history;
  return unit.value < history.size() ? history.unit(unit).phase_on(asked.present.today).name : std::string();
}

Result<Office> office_of(const Asked& asked, const Params& params) {
  TRY(const auto role, account::parse_role(params.text("role")));
  TRY(const Slot unit, asked.nation().history.slot(params.text("unit")));
  Office office{{}, role, unit, params.get_or<Date>("from", asked.present.today), {}};
  if (const auto* to = params.find<Date>("to")) office.to = *to;
  return office;
}

// The stored term that begins on the day named: whoever asks need not know when it ends.
Result<Office> stored_office(const Asked& asked, app::Reader& reader) {
  TRY(auto wanted, office_of(asked, asked.params));
  wanted.account = account_of(asked, "account");
  TRY(const auto offices, reader.offices_of(wanted.account));
  for (const auto& office : offices)
    if (office.unit == wanted.unit && office.role == wanted.role && office.from == wanted.from) return office;
  return fail(ErrorCode::office_changed, {{"role", asked.text("role")}, {"unit", asked.text("unit")}});
}

void add_office(JsonWriter& json, const Asked& asked, const Office& office) {
  json.open_object().member("role", account::name_of(office.role));
  json.member("unit", code_of(asked, office.unit)).member("unit_name", name_of(asked, office.unit));
  json.member("from", format_date(office.from)).key("to");
  office.to ? json.value(format_date(*office.to)) : json.null();
  json.close_object();
}

// In an office at the unit, if one is named; and with the words in their name, tones and marks aside.
bool is_looked_for(const Asked& asked, const app::SeenAccount& seen) {
  const auto* unit = asked.params.find<std::string>("unit");
  const auto at_unit = [&](const Office& office) { return code_of(asked, office.unit) == *unit; };
  if (unit != nullptr && std::ranges::none_of(seen.offices, at_unit)) return false;
  const auto text = folded(asked.text("q"));
  return folded(seen.account.person).find(text) != std::string::npos ||
         seen.account.name.str().find(text) != std::string::npos;
}

void add_account(JsonWriter& json, const Asked& asked, const app::SeenAccount& seen) {
  const auto& account = seen.account;
  json.open_object().member("account", whole(account.id.value)).member("name", account.name.str());
  json.member("person", account.person).member("second_factor", account.second_factor.has_value());
  json.key("closed");
  account.closed ? json.value(instant(*account.closed)) : json.null();
  json.key("offices").open_array();
  for (const auto& office : seen.offices) add_office(json, asked, office);
  json.close_array().close_object();
}

}  // namespace

Result<Content> accounts(const Asked& asked) {
  TRY(const auto all, app::accounts_seen(asked.around.ports.database, asked.asker, asked.nation().history));
  const auto limit = asked.params.get_or<std::uint32_t>("limit", 100);
  const auto after = asked.params.get_or<std::uint32_t>("after", 0);
  std::uint32_t shown = 0;
  std::optional<AccountId> next;
  JsonWriter json = begun(asked);
  json.key("accounts").open_array();
  for (const auto& seen : all) {
    if (seen.account.id.value <= after || !is_looked_for(asked, seen)) continue;
    if (shown == limit) break;
    next = ++shown == limit ? std::optional(seen.account.id) : std::nullopt;
    add_account(json, asked, seen);
  }
  json.close_array().key("next");
  next ? json.value(whole(next->value)) : json.null();
  return finished(std::move(json));
}

Result<Content> make_account(const Asked& asked) {
  app::MakeAccount wanted{asked.text("name"), asked.text("person"), {}};
  for (const auto& one : asked.params.get<std::vector<Params>>("offices")) {
    TRY(auto office, office_of(asked, one));
    wanted.offices.push_back(office);
  }
  TRY(const auto made,
      app::make_account(asked.around.account_ports(), asked.asker, wanted, asked.nation().history));
  JsonWriter json = begun(asked);
  json.member("account", whole(made.account.value)).member("link", made.link);
  return finished(std::move(json));
}

Result<Content> close_account(const Asked& asked) {
  return done(asked, [&](const auto& keep) {
    return app::close_account(asked.around.account_ports(), asked.asker, account_of(asked, "account"),
                              asked.nation().history, keep);
  });
}

Result<Content> reset_account(const Asked& asked) {
  const auto kind =
      asked.text("kind") == "pass_phrase" ? app::LinkKind::pass_phrase : app::LinkKind::second_factor;
  TRY(const auto link, app::begin_reset(asked.around.account_ports(), asked.asker,
                                        account_of(asked, "account"), kind, asked.nation().history));
  JsonWriter json = begun(asked);
  json.member("link", link);
  return finished(std::move(json));
}

Result<Content> appoint(const Asked& asked) {
  TRY(auto office, office_of(asked, asked.params));
  office.account = account_of(asked, "account");
  return done(asked, [&](const auto& keep) {
    return app::appoint(asked.around.account_ports(), asked.asker, office, asked.nation().history, keep);
  });
}

Result<Content> end_office(const Asked& asked) {
  TRY(const auto office, stored_office(asked, asked.around.ports.database));
  return done(asked, [&](const auto& keep) {
    return app::end_office(asked.around.account_ports(), asked.asker, office, asked.params.get<Date>("day"),
                           asked.nation().history, keep);
  });
}

Result<Content> hand_over(const Asked& asked) {
  TRY(const auto office, stored_office(asked, asked.around.ports.database));
  return acted<account::Handover>(
      asked,
      [&](const auto& keep) {
        return app::hand_over(asked.around.account_ports(), asked.asker, office,
                              account_of(asked, "receiver"), asked.params.get<Date>("day"),
                              asked.nation().history, keep);
      },
      [&](const account::Handover& handover) {
        JsonWriter json = begun(asked);
        json.key("begun");
        add_office(json, asked, handover.begun);
        return finished(std::move(json));
      });
}

Result<Content> audit(const Asked& asked) {
  const auto before = asked.params.find<std::uint32_t>("before");
  TRY(const auto entries,
      app::audit_log(asked.around.ports.database, asked.asker,
                     before ? *before : std::numeric_limits<std::uint64_t>::max(),
                     asked.params.get_or<std::uint32_t>("limit", 100), asked.nation().history));
  TRY(const auto all, asked.around.ports.database.accounts());
  std::map<AccountId, std::string> persons;
  for (const auto& account : all) persons.emplace(account.id, account.person);
  JsonWriter json = begun(asked);
  json.key("entries").open_array();
  for (const auto& entry : entries) {
    const auto& note = entry.note;
    json.open_object().member("sequence", whole(entry.sequence)).member("at", instant(note.at));
    json.key("account");
    note.account ? json.value(whole(note.account->value)) : json.null();
    json.member("person", note.account ? persons[*note.account] : std::string());
    json.member("address", note.address).member("deed", note.deed).member("thing", note.thing);
    json.key("unit");
    note.unit ? json.value(code_of(asked, *note.unit)) : json.null();
    json.member("summary", note.summary).member("hash", entry.hash).close_object();
  }
  json.close_array();
  return finished(std::move(json));
}

}  // namespace nucong::http
