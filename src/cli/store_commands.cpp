// nucong demo, backup, restore, check.
#include "app/check.hpp"
#include "app/record_units.hpp"
#include "cli/commands.hpp"
#include "demo/make.hpp"
#include "demo/people.hpp"

namespace nucong::cli {
namespace {

// Who can sign in to the demo.
Result<> show_people(Session& session, const app::Ports& ports) {
  TRY(const auto history, app::load_history(ports.database));
  TRY(const auto accounts, session.accounts());
  TRY(const auto people, demo::appoint_people(accounts, history));
  const auto& words = session.words();
  View view{{{"account", words.text("column.account"), Align::left, 12},
             {"role", words.text("column.role"), Align::left, 24},
             {"unit", words.text("column.unit")}},
            {}};
  for (const auto& person : people)
    view.rows.push_back(
        {person.name, words.text("role." + std::string(account::name_of(person.role))), person.unit});
  TRY(session.say("demo.people", {{"phrase", std::string(demo::pass_phrase)}}));
  return session.print(view);
}

Result<> make_demo(Session& session, demo::Scale scale) {
  TRY(const auto ports, session.ports(Existing::made_if_missing));
  TRY(const auto made, demo::make(ports, scale));
  const auto number = [&](std::size_t count) {
    return session.number(Decimal{static_cast<std::int64_t>(count)});
  };
  TRY(session.say("demo.made", {{"units", number(made.units)},
                                {"standing", number(made.standing)},
                                {"events", number(made.events)},
                                {"reports", number(made.reports)},
                                {"figures", number(made.figures)},
                                {"db", session.options().db}}));
  return show_people(session, ports);
}

Result<> backup(Session& session, const std::string& file) {
  TRY(session.ports());  // opening migrates: what is copied is of this version
  TRY(session.world().back_up(session.options().db, file));
  return session.say("store.backed_up", {{"file", file}, {"db", session.options().db}});
}

Result<> restore(Session& session, const std::string& file) {
  TRY(session.world().copy_store("sqlite:" + file, session.options().db));
  return session.say("store.restored", {{"file", file}, {"db", session.options().db}});
}

Result<> check(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(auto checked, app::check(ports));
  TRY(const auto history, app::load_history(ports.database));
  TRY(const auto accounts, session.accounts());
  const app::Digest digest = [&](std::string_view text) { return accounts.secrets.digest(text); };
  TRY(app::check_accounts(ports.database, digest, history, checked));
  TRY(app::check_frozen(ports.database, digest, history, checked));
  for (const auto& line : checked.faults) {
    TRY(session.print(line + "\n"));
  }
  if (!checked.faults.empty())
    return fail(ErrorCode::check_failed, {{"count", std::to_string(checked.faults.size())}});
  const auto number = [&](std::size_t count) {
    return session.number(Decimal{static_cast<std::int64_t>(count)});
  };
  if (checked.audit_entries > 0) {
    TRY(session.say("check.audit",
                    {{"entries", std::to_string(checked.audit_entries)}, {"hash", checked.audit_hash}}));
  }
  return session.say("check.passed", {{"units", number(checked.units)},
                                      {"reports", number(checked.reports)},
                                      {"figures", number(checked.figures)},
                                      {"targets", number(checked.targets)}});
}

void add_copy(const CommandLine& program, const std::string& name,
              Result<> (*act)(Session&, const std::string&)) {
  const auto file = std::make_shared<std::string>();
  program.command(name, name)
      .text("FILE", *file, "backup-file", Need::required)
      .runs([file, act](Session& session) { return act(session, *file); });
}

}  // namespace

void add_store_commands(const CommandLine& program) {
  const auto scale = std::make_shared<std::string>("small");
  program.command("demo", "demo")
      .choice("--scale", *scale, "scale", {"small", "nation"})
      .runs([scale](Session& session) {
        return make_demo(session, *scale == "nation" ? demo::Scale::nation : demo::Scale::small);
      });
  add_copy(program, "backup", backup);
  add_copy(program, "restore", restore);
  program.command("check", "check").runs(check);
}

}  // namespace nucong::cli
