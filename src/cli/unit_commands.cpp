// nucong unit: import, event, undo, tree.
#include "app/record_units.hpp"
#include "app/tree_choice.hpp"
#include "cli/commands.hpp"
#include "unit/tree.hpp"

namespace nucong::cli {
namespace {

Result<> say_recorded(Session& session, std::string_view key, const app::UnitsRecorded& recorded) {
  return session.say(key, {{"events", std::to_string(recorded.events)},
                           {"founded", std::to_string(recorded.founded)},
                           {"ended", std::to_string(recorded.ended)},
                           {"standing", std::to_string(recorded.standing)},
                           {"date", format_date(recorded.last_date)}});
}

using Record = Result<app::UnitsRecorded> (*)(const app::Ports&, const Table&, app::Commit);

void add_recording(const CommandLine& unit, const std::string& name, Record record) {
  struct Args {
    std::string file;
    bool rehearse = false;
  };
  const auto args = std::make_shared<Args>();
  unit.command(name, "unit." + name)
      .text("FILE", args->file, "table-file", Need::required)
      .flag("--dry-run", args->rehearse, "dry-run")
      .runs([args, record](Session& session) -> Result<> {
        TRY(const auto table, session.table(args->file));
        TRY(const auto ports, session.ports(Existing::made_if_missing));
        TRY(const auto recorded, record(ports, table, args->rehearse ? app::Commit::no : app::Commit::yes));
        return say_recorded(session, args->rehearse ? "unit.rehearsed" : "unit.recorded", recorded);
      });
}

Result<> undo(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(const auto undone, app::undo_units(ports));
  return say_recorded(session, "unit.undone", undone);
}

struct TreeArgs {
  std::string as_of;
  std::string root;
  std::uint32_t depth = 99;
};

View view_of(const unit::Tree& tree, Slot root, std::uint32_t depth, Session& session, bool drawn) {
  const auto& words = session.words();
  View view{{{"unit", words.text("column.unit"), Align::left, 12},
             {"name", words.text("column.name"), Align::left, 24},
             {"kind", words.text("column.kind")},
             {"parent", words.text("column.parent")},
             {"from", words.text("column.from")},
             {"units_below", words.text("column.units_below"), Align::right}},
            {}};
  const auto run = tree.branch(root);
  const std::uint32_t top = tree.depth(run.begin);
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    if (tree.depth(at) - top > depth) continue;
    const Slot slot = tree.order()[at];
    const auto& phase = tree.phase(slot);
    const std::string indent(drawn ? 2 * (tree.depth(at) - top) : 0, ' ');
    view.rows.push_back({indent + tree.history().unit(slot).code, phase.name, phase.kind,
                         phase.parent ? tree.history().unit(*phase.parent).code : std::string{},
                         format_date(tree.history().unit(slot).founded),
                         Decimal{tree.branch_at(at).size() - 1}});
  }
  return view;
}

Result<> show_tree(Session& session, const TreeArgs& args) {
  TRY(const auto ports, session.ports());
  TRY(const auto history, app::load_history(ports.database));
  Date day = ports.clock.today();
  if (!args.as_of.empty()) {
    TRY(day, parse_date(args.as_of));
  }
  const unit::Tree tree(history, day);
  if (tree.order().empty()) return session.say("unit.none", {{"date", format_date(day)}});
  Slot root = tree.order().front();
  if (!args.root.empty()) {
    TRY(root, app::standing_unit(tree, args.root));
  }
  return session.print(view_of(tree, root, args.depth, session, session.options().format == Format::table));
}

}  // namespace

void add_unit_commands(const CommandLine& program) {
  const CommandLine unit = program.command("unit", "unit");
  add_recording(unit, "import", app::import_units);
  add_recording(unit, "event", app::record_unit_events);
  unit.command("undo", "unit.undo").runs(undo);
  const auto args = std::make_shared<TreeArgs>();
  unit.command("tree", "unit.tree")
      .text("--as-of", args->as_of, "as-of")
      .text("--root", args->root, "root")
      .number("--depth", args->depth, "depth")
      .runs([args](Session& session) { return show_tree(session, *args); });
}

}  // namespace nucong::cli
