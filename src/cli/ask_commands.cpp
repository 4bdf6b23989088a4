// nucong value, nucong score.
#include "cli/answer_views.hpp"
#include "cli/commands.hpp"
#include "cli/tree_options.hpp"

namespace nucong::cli {
namespace {

struct AskArgs {
  std::string unit;
  std::string element;
  std::string period;
  TreeOptions tree;
  std::string rows;
  std::string until;
  std::string directive;
  bool why = false;
  std::uint32_t limit = 30;
};

app::Rows self() {
  return {app::Rows::Kind::self};
}

// Many units or many periods; what a single number is made of is asked of a single number.
Result<> compared(Session& session, const AskArgs& args, const app::ValueQuestion& asked) {
  if (args.why) {
    const std::string many = args.rows.empty() ? "--until" : args.until.empty() ? "--by" : "--by, --until";
    return fail(ErrorCode::value_why_of_many, {{"text", many}});
  }
  app::ComparisonQuestion question{asked, {}, self()};
  if (!args.rows.empty()) {
    TRY(question.rows, app::Rows::parse(args.rows));
  }
  if (!args.until.empty()) {
    TRY(question.until, Period::parse(args.until));
  }
  TRY(const auto ports, session.ports());
  TRY(const auto comparison, app::compare_values(ports, question));
  return print_comparison(session, comparison);
}

Result<> value(Session& session, const AskArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto tree, args.tree.choice());
  const app::ValueQuestion asked{args.unit, args.element,  period, tree, args.tree.population(),
                                 args.why,  args.directive};
  if (!args.rows.empty() || !args.until.empty()) return compared(session, args, asked);
  TRY(const auto ports, session.ports());
  TRY(const auto answer, app::ask_value(ports, asked));
  return print_value(session, answer, args.why, args.limit);
}

Result<> score(Session& session, const AskArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto tree, args.tree.choice());
  app::Rows rows = self();
  if (!args.rows.empty()) {
    TRY(rows, app::Rows::parse(args.rows));
  }
  TRY(const auto ports, session.ports());
  TRY(const auto card,
      app::score(ports, {args.unit, period, rows, tree, args.tree.population(), args.directive}));
  return print_scorecard(session, card, period);
}

CommandLine add(const CommandLine& program, const std::string& name, AskArgs& args) {
  const CommandLine command = program.command(name, name);
  command.text("--unit", args.unit, "unit", Need::required)
      .text("--period", args.period, "period", Need::required);
  args.tree.add_to(command);
  return command;
}

}  // namespace

void add_ask_commands(const CommandLine& program) {
  const auto asked = std::make_shared<AskArgs>();
  add(program, "value", *asked)
      .text("--element", asked->element, "element", Need::required)
      .text("--by", asked->rows, "rows")
      .text("--until", asked->until, "until")
      .text("--directive", asked->directive, "given-by")
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
