// nucong account: list, add, hand-over, close, reset, first; nucong audit list. Whoever sits at the machine
// may do all of it: they could write to the database without us.
#include <limits>

#include <fmt/chrono.h>

#include "app/audit_log.hpp"
#include "app/manage_accounts.hpp"
#include "app/record_units.hpp"
#include "app/resets.hpp"
#include "cli/commands.hpp"

namespace nucong::cli {
namespace {

using account::Office;

/// What every command here works on.
struct Desk {
  app::AccountPorts ports;
  unit::History history;
};

Result<Desk> desk(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(auto history, app::load_history(ports.database));
  TRY(const auto accounts, session.accounts());
  return Desk{accounts, std::move(history)};
}

Result<app::StoredAccount> account_named(const Desk& at, const std::string& typed) {
  TRY(const auto name, account::UserName::parse(typed));
  TRY(auto found, at.ports.database.account_named(name));
  if (!found) return fail(ErrorCode::account_unknown, {{"account", name.str()}});
  return *std::move(found);
}

Result<Date> day_or_today(const Desk& at, const std::string& typed) {
  return typed.empty() ? Result<Date>(at.ports.clock.today()) : parse_date(typed);
}

std::string told(app::Instant at) {
  return fmt::format("{:%Y-%m-%d %H:%M:%S}Z", at);
}

Result<> list(Session& session) {
  TRY(const auto at, desk(session));
  TRY(const auto accounts, at.ports.database.accounts());
  const auto& words = session.words();
  View view{{{"account", words.text("column.account"), Align::left, 8},
             {"person", words.text("column.person"), Align::left, 12},
             {"role", words.text("column.role"), Align::left, 12},
             {"unit", words.text("column.unit")},
             {"from", words.text("column.from"), Align::left, 10},
             {"to", words.text("column.to"), Align::left, 10},
             {"closed", words.text("column.closed"), Align::left, 10}},
            {}};
  for (const auto& one : accounts) {
    const std::string closed = one.closed ? told(*one.closed) : std::string();
    TRY(const auto offices, at.ports.database.offices_of(one.id));
    if (offices.empty()) view.rows.push_back({one.name.str(), one.person, {}, {}, {}, {}, closed});
    for (const Office& office : offices) {
      const bool known = office.unit.value < at.history.size();
      view.rows.push_back(
          {one.name.str(), one.person, words.text("role." + std::string(account::name_of(office.role))),
           known ? at.history.unit(office.unit).code : std::string(), format_date(office.from),
           office.to ? format_date(*office.to) : std::string(), closed});
    }
  }
  return session.print(view);
}

struct OfficeArgs {
  std::string name;
  std::string person;
  std::string receiver;
  std::string unit;
  std::string role;
  std::string from;
};

Result<> add(Session& session, const OfficeArgs& args) {
  TRY(const auto at, desk(session));
  TRY(const auto unit, at.history.slot(args.unit));
  TRY(const auto role, account::parse_role(args.role));
  TRY(const Date from, day_or_today(at, args.from));
  TRY(const auto made,
      app::make_account(at.ports, app::console(),
                        {args.name, args.person, {Office{{}, role, unit, from, {}}}}, at.history));
  return session.say("account.made", {{"account", args.name}, {"link", made.link}});
}

Result<> hand_over(Session& session, const OfficeArgs& args) {
  TRY(const auto at, desk(session));
  TRY(const auto giver, account_named(at, args.name));
  TRY(const auto receiver, account_named(at, args.receiver));
  TRY(const auto unit, at.history.slot(args.unit));
  TRY(const auto role, account::parse_role(args.role));
  TRY(const Date day, day_or_today(at, args.from));
  TRY(const auto offices, at.ports.database.offices_of(giver.id));
  for (const Office& office : offices) {
    if (office.unit != unit || office.role != role || !office.in_force(day)) continue;
    TRY(app::hand_over(at.ports, app::console(), office, receiver.id, day, at.history));
    return session.say("account.handed_over", {{"role", session.words().text("role." + args.role)},
                                               {"unit", args.unit},
                                               {"account", receiver.name.str()},
                                               {"day", format_date(day)}});
  }
  return fail(ErrorCode::office_ended, {{"role", args.role}, {"unit", args.unit}});
}

Result<> close(Session& session, const std::string& name) {
  TRY(const auto at, desk(session));
  TRY(const auto found, account_named(at, name));
  TRY(app::close_account(at.ports, app::console(), found.id, at.history));
  return session.say("account.closed", {{"account", found.name.str()}});
}

struct ResetArgs {
  std::string name;
  bool second_factor = false;
};

Result<> reset(Session& session, const ResetArgs& args) {
  TRY(const auto at, desk(session));
  TRY(const auto found, account_named(at, args.name));
  const auto kind = args.second_factor ? app::LinkKind::second_factor : app::LinkKind::pass_phrase;
  TRY(const auto link, app::begin_reset(at.ports, app::console(), found.id, kind, at.history));
  return session.say("account.reset", {{"account", found.name.str()}, {"link", link}});
}

Result<> first(Session& session) {
  TRY(const auto at, desk(session));
  TRY(const auto link, app::first_administrator(at.ports));
  if (!link) return fail(ErrorCode::administrator_exists);
  return session.say("account.first", {{"link", *link}});
}

Result<> list_audit(Session& session, std::uint32_t most) {
  TRY(const auto at, desk(session));
  TRY(const auto accounts, at.ports.database.accounts());
  TRY(const auto entries, app::audit_log(at.ports.database, app::console(),
                                         std::numeric_limits<std::uint64_t>::max(), most, at.history));
  const auto& words = session.words();
  View view{{{"sequence", words.text("column.sequence"), Align::right},
             {"at", words.text("column.at"), Align::left, 20},
             {"account", words.text("column.account")},
             {"address", words.text("column.address")},
             {"deed", words.text("column.deed"), Align::left, 12},
             {"thing", words.text("column.thing"), Align::left, 12},
             {"unit", words.text("column.unit")},
             {"summary", words.text("column.summary"), Align::left, 12}},
            {}};
  for (const auto& [sequence, note, previous, hash] : entries) {
    const auto id = note.account ? note.account->value : 0;
    const bool known = note.unit && note.unit->value < at.history.size();
    view.rows.push_back({Decimal{static_cast<std::int64_t>(sequence)}, told(note.at),
                         id > 0 && id <= accounts.size() ? accounts[id - 1].name.str() : std::string(),
                         note.address, note.deed, note.thing,
                         known ? at.history.unit(*note.unit).code : std::string(), note.summary});
  }
  return session.print(view);
}

void add_offices(const CommandLine& account) {
  const auto added = std::make_shared<OfficeArgs>();
  account.command("add", "account.add")
      .text("NAME", added->name, "user-name", Need::required)
      .text("--person", added->person, "person", Need::required)
      .text("--unit", added->unit, "unit", Need::required)
      .text("--role", added->role, "role", Need::required)
      .text("--from", added->from, "as-of")
      .runs([added](Session& session) { return add(session, *added); });

  const auto handed = std::make_shared<OfficeArgs>();
  account.command("hand-over", "account.hand-over")
      .text("NAME", handed->name, "user-name", Need::required)
      .text("--to", handed->receiver, "receiver", Need::required)
      .text("--unit", handed->unit, "unit", Need::required)
      .text("--role", handed->role, "role", Need::required)
      .text("--from", handed->from, "as-of")
      .runs([handed](Session& session) { return hand_over(session, *handed); });
}

}  // namespace

void add_account_commands(const CommandLine& program) {
  const CommandLine account = program.command("account", "account");
  account.command("list", "account.list").runs(list);
  add_offices(account);

  const auto closed = std::make_shared<std::string>();
  account.command("close", "account.close")
      .text("NAME", *closed, "user-name", Need::required)
      .runs([closed](Session& session) { return close(session, *closed); });

  const auto wanted = std::make_shared<ResetArgs>();
  account.command("reset", "account.reset")
      .text("NAME", wanted->name, "user-name", Need::required)
      .flag("--second-factor", wanted->second_factor, "second-factor")
      .runs([wanted](Session& session) { return reset(session, *wanted); });
  account.command("first", "account.first").runs(first);

  const CommandLine audit = program.command("audit", "audit");
  const auto most = std::make_shared<std::uint32_t>(50);
  audit.command("list", "audit.list").number("--limit", *most, "audit-limit").runs([most](Session& session) {
    return list_audit(session, *most);
  });
}

}  // namespace nucong::cli
