// nucong target: list, bind, set, division.
#include "app/adopt.hpp"
#include "app/record_units.hpp"
#include "app/set_goals.hpp"
#include "app/tree_choice.hpp"
#include "cli/commands.hpp"
#include "cli/wording.hpp"
#include "target/goals.hpp"

namespace nucong::cli {
namespace {

Result<> list(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(const auto directives, ports.database.directives());
  const auto& words = session.words();
  View view{{{"target", words.text("column.target"), Align::left, 5},
             {"aim", words.text("column.aim"), Align::left, 10},
             {"subject", words.text("column.subject"), Align::left, 20},
             {"measure", words.text("column.measure"), Align::left, 24},
             {"indicator", words.text("column.indicator"), Align::left, 12},
             {"starts", words.text("column.from"), Align::left, 10},
             {"due", words.text("column.due"), Align::left, 10}},
            {}};
  for (const auto& directive : directives)
    for (const auto& t : directive.targets)
      view.rows.push_back(
          {t.id, told_aim(t.comparator, t.value, t.value_max, t.unit, t.noun, session.number_style()),
           t.subject, t.measure, t.indicator.empty() ? words.text("unbound") : t.indicator,
           format_date(t.starts), format_date(t.due)});
  return session.print(view);
}

struct BindArgs {
  std::string target;
  std::string indicator;
};

Result<> bind(Session& session, const BindArgs& args) {
  TRY(const auto ports, session.ports());
  TRY(app::rebind(ports, args.target, args.indicator));
  return session.say("target.bound", {{"target", args.target}, {"indicator", args.indicator}});
}

Result<> set(Session& session, const std::string& file) {
  TRY(const auto table, session.table(file));
  TRY(const auto ports, session.ports());
  TRY(const auto count, app::set_goals(ports, table));
  return session.say("target.set", {{"count", std::to_string(count)}});
}

Result<> division(Session& session, const std::string& unit_code) {
  TRY(const auto ports, session.ports());
  TRY(const auto history, app::load_history(ports.database));
  TRY(const auto directives, ports.database.directives());
  TRY(const auto given, ports.database.goals());
  const unit::Tree tree(history, ports.clock.today());
  TRY(const Slot unit, app::standing_unit(tree, unit_code));
  const unit::Lineage lineage(tree);
  const target::Goals goals(given, directives, lineage);
  const auto& words = session.words();
  View view{{{"target", words.text("column.target"), Align::left, 5},
             {"unit", words.text("column.unit")},
             {"name", words.text("column.name"), Align::left, 20},
             {"goal", words.text("column.goal"), Align::right},
             {"given", words.text("column.given"), Align::right},
             {"rest", words.text("column.rest"), Align::right},
             {"without", words.text("column.without"), Align::right}},
            {}};
  for (const auto& directive : directives)
    for (const auto& t : directive.targets)
      for (const auto& d : target::divisions(t, goals, unit))
        view.rows.push_back({t.id, history.unit(d.unit).code, tree.phase(d.unit).name, d.goal, d.given,
                             d.goal - d.given, Decimal{static_cast<std::int64_t>(d.without.size())}});
  return session.print(view);
}

}  // namespace

void add_target_commands(const CommandLine& program) {
  const CommandLine target = program.command("target", "target");
  target.command("list", "target.list").runs(list);

  const auto binding = std::make_shared<BindArgs>();
  target.command("bind", "target.bind")
      .text("TARGET", binding->target, "target", Need::required)
      .text("INDICATOR", binding->indicator, "indicator", Need::required)
      .runs([binding](Session& session) { return bind(session, *binding); });

  const auto file = std::make_shared<std::string>();
  target.command("set", "target.set")
      .text("FILE", *file, "table-file", Need::required)
      .runs([file](Session& session) { return set(session, *file); });

  const auto unit = std::make_shared<std::string>();
  target.command("division", "target.division")
      .text("--unit", *unit, "unit", Need::required)
      .runs([unit](Session& session) { return division(session, *unit); });
}

}  // namespace nucong::cli
