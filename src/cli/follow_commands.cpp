// nucong follow: the change sequence as it happens.
#include <fmt/format.h>

#include "answer/json_writer.hpp"
#include "app/follow.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

namespace nucong::cli {
namespace {

struct FollowArgs {
  std::optional<app::Sequence> after;
  bool once = false;
  bool reports = false;
};

std::string act_kind(const app::Words& words, const std::string& kind) {
  const std::string key = "act." + kind;
  return words.has(key) ? words.text(key) : kind;
}

// A summary is stored in English and ends with what was counted: "1500 reports".
std::string summary(const app::Words& words, const std::string& stored) {
  const auto noun = stored.rfind(' ') + 1;
  const std::string key = "counted." + stored.substr(noun);
  return words.has(key) ? stored.substr(0, noun) + words.text(key) : stored;
}

std::string as_text(const app::Words& words, const app::FollowedAct& one) {
  constexpr std::size_t widest_kind = 20;
  std::string kind = act_kind(words, one.act.kind);
  kind.resize(kind.size() + widest_kind - std::min(widest_kind, display_width(kind)), ' ');
  std::string text = fmt::format("{:>6}  {}  {}  {}\n", one.act.sequence, format_date(one.act.day), kind,
                                 summary(words, one.act.summary));
  for (const auto& report : one.reports) {
    text += words.text("follow.report", {{"unit", report.unit},
                                         {"period", report.period.str()},
                                         {"version", std::to_string(report.version)},
                                         {"form", report.form},
                                         {"figures", std::to_string(report.figures)}}) +
            "\n";
  }
  return text;
}

Decimal whole(std::uint64_t number) {
  return Decimal{static_cast<std::int64_t>(number)};
}

std::string as_json_lines(const app::FollowedAct& one) {
  JsonWriter act(JsonLayout::one_line);
  act.open_object().member("sequence", whole(one.act.sequence)).member("day", format_date(one.act.day));
  act.member("kind", one.act.kind).member("summary", one.act.summary).close_object();
  std::string lines = std::move(act).take();
  for (const auto& report : one.reports) {
    JsonWriter line(JsonLayout::one_line);
    line.open_object().member("sequence", whole(one.act.sequence)).member("unit", report.unit);
    line.member("period", report.period.str()).member("version", whole(report.version));
    line.member("form", report.form).member("figures", whole(report.figures)).close_object();
    lines += std::move(line).take();
  }
  return lines;
}

// A follower outlives a restart of the server and a long act of somebody else.
bool passes(const Error& error) {
  return error.code() == ErrorCode::store_unreachable || error.code() == ErrorCode::store_busy;
}

Result<> go_on(Session& session, app::Follower& follower,
               const std::function<Result<>(const app::FollowedAct&)>& print) {
  const auto pause = session.world().make_pause();
  bool lost = false;
  do {
    const auto advanced = follower.advance(print);
    if (advanced.has_error() && !passes(advanced.error())) return advanced.error();
    if (advanced.has_error() && !lost) session.remark(session.words().message(advanced.error()));
    if (advanced.has_value() && lost) session.remark(session.words().text("follow.found_again"));
    lost = advanced.has_error();
  } while (pause->wait());
  return ok();
}

Result<> follow(Session& session, const FollowArgs& args) {
  const auto& words = session.words();
  const Format format = session.options().format;
  if (format == Format::csv) return fail(ErrorCode::usage, {{"text", words.text("follow.no_csv")}});
  TRY(const auto ports, session.ports());
  const auto detail = args.reports ? app::FollowDetail::reports : app::FollowDetail::acts;
  TRY(auto follower, app::Follower::begin(ports.database, args.after, detail));
  if (!args.after)
    session.remark(words.text("follow.from_now", {{"sequence", std::to_string(follower.seen())}}));
  const auto print = [&](const app::FollowedAct& one) {
    return session.print(format == Format::json ? as_json_lines(one) : as_text(words, one));
  };
  return args.once ? follower.advance(print) : go_on(session, follower, print);
}

}  // namespace

void add_follow_commands(const CommandLine& program) {
  const auto args = std::make_shared<FollowArgs>();
  program.command("follow", "follow")
      .number("--after", args->after, "after")
      .flag("--reports", args->reports, "follow-reports")
      .flag("--once", args->once, "once")
      .runs([args](Session& session) { return follow(session, *args); });
}

}  // namespace nucong::cli
