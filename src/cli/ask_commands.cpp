// nucong value, nucong score.
#include "cli/answer_views.hpp"
#include "cli/commands.hpp"

namespace nucong::cli {
namespace {

struct AskArgs {
  std::string unit;
  std::string element;
  std::string period;
  std::string tree = "as-was";
  std::string only;
  std::string rows = "self";
  std::string directive;
  bool why = false;
  std::uint32_t limit = 30;
};

rollup::Population population_of(const AskArgs& args) {
  return args.only.empty() ? rollup::Population::everyone : rollup::Population::only_alive;
}

Result<> value(Session& session, const AskArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto tree, app::TreeChoice::parse(args.tree));
  TRY(const auto ports, session.ports());
  TRY(const auto answer,
      app::ask_value(ports, {args.unit, args.element, period, tree, population_of(args), args.why}));
  return print_value(session, answer, args.why, args.limit);
}

Result<> score(Session& session, const AskArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto tree, app::TreeChoice::parse(args.tree));
  TRY(const auto rows, app::Rows::parse(args.rows));
  TRY(const auto ports, session.ports());
  TRY(const auto card,
      app::score(ports, {args.unit, period, rows, tree, population_of(args), args.directive}));
  return print_scorecard(session, card, period);
}

CommandLine add(const CommandLine& program, const std::string& name, AskArgs& args) {
  const CommandLine command = program.command(name, name);
  command.text("--unit", args.unit, "unit", Need::required)
      .text("--period", args.period, "period", Need::required)
      .text("--tree", args.tree, "tree")
      .choice("--only", args.only, "only", {"alive"});
  return command;
}

}  // namespace

void add_ask_commands(const CommandLine& program) {
  const auto asked = std::make_shared<AskArgs>();
  add(program, "value", *asked)
      .text("--element", asked->element, "element", Need::required)
      .flag("--why", asked->why, "why")
      .number("--limit", asked->limit, "limit")
      .runs([asked](Session& session) { return value(session, *asked); });

  const auto scored = std::make_shared<AskArgs>();
  add(program, "score", *scored)
      .text("--by", scored->rows, "rows")
      .text("--directive", scored->directive, "directive")
      .runs([scored](Session& session) { return score(session, *scored); });
}

}  // namespace nucong::cli
