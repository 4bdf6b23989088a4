// nucong directive: read, adopt, list; tree is in directive_tree.cpp.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "app/adopt.hpp"
#include "app/record_units.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/document_notes.hpp"
#include "cli/reading_view.hpp"
#include "cli/wording.hpp"

namespace nucong::cli {
namespace {

struct ReadArgs {
  std::vector<std::string> files;
  bool explain = false;
};

Result<> read_all(Session& session, const ReadArgs& args) {
  std::vector<ReadDocument> all;
  for (const auto& file : args.files) {
    TRY(auto document, session.document(file));
    auto reading = directive::read(document.text);
    all.push_back({file, std::move(document), std::move(reading)});
  }
  if (session.options().format == Format::json) return session.print(reading_json(session, all));
  if (session.options().format == Format::csv) return session.print(targets_view(session, all));
  for (const auto& read : all) {
    TRY(show_reading(session, read, args.explain));
  }
  return ok();
}

struct AdoptArgs {
  std::string file;
  std::string issuer;
  std::string period;
  std::vector<std::string> recipients;
  std::vector<std::string> bindings;
};

Result<std::map<std::size_t, std::string>> bindings_in(const std::vector<std::string>& words) {
  std::map<std::size_t, std::string> bindings;
  for (const auto& word : words) {
    const auto equals = word.find('=');
    std::size_t number = 0;
    const auto [end, status] =
        std::from_chars(word.data(), word.data() + std::min(equals, word.size()), number);
    if (equals == std::string::npos || status != std::errc{} || end != word.data() + equals)
      return fail(ErrorCode::usage, {{"text", "--bind " + word}});
    bindings[number] = word.substr(equals + 1);
  }
  return bindings;
}

Result<> show_adoption(Session& session, const app::Adoption& adoption) {
  const auto& words = session.words();
  View view{{{"target", words.text("column.target"), Align::left, 5},
             {"aim", words.text("column.aim"), Align::left, 10},
             {"subject", words.text("column.subject"), Align::left, 16},
             {"indicator", words.text("column.indicator"), Align::left, 12},
             {"title", words.text("column.measured_by"), Align::left, 24},
             {"likeness", words.text("column.likeness"), Align::right, 4},
             {"due", words.text("column.due"), Align::left, 10}},
            {}};
  const auto& catalogue = session.world().knowledge.catalogue;
  for (const auto& adopted : adoption.targets) {
    const auto& t = adopted.target;
    const auto* bound = catalogue.find_indicator(t.indicator);
    std::string likeness = adopted.decided ? words.text("decided") : std::string("–");
    if (!adopted.decided && bound != nullptr)
      likeness = fmt::format("{:.0f} %", adopted.candidates.front().likeness * 100);
    view.rows.push_back({t.id,
                         told_aim(t.comparator, t.value, t.value_max, t.unit, t.noun, session.number_style()),
                         t.subject, bound == nullptr ? words.text("unbound") : bound->code,
                         bound == nullptr ? std::string{} : words.pick(bound->title_vi, bound->title_en),
                         likeness, format_date(t.due)});
  }
  return session.print(view);
}

Result<> adopt(Session& session, const AdoptArgs& args) {
  TRY(const auto document, session.document(args.file));
  TRY(auto text, nfc(document.text));
  TRY(const auto ports, session.ports());
  app::AdoptOrder order{.text = std::move(text), .file = args.file, .issuer = args.issuer};
  order.recipients = args.recipients;
  if (!args.period.empty()) {
    TRY(order.period, Period::parse(args.period));
  }
  TRY(order.bindings, bindings_in(args.bindings));
  TRY(const auto adoption, app::adopt(ports, order));
  TRY(show_adoption(session, adoption));
  if (session.options().format != Format::table) return ok();
  TRY(say_notes(session, document));
  const auto given_to = args.recipients.empty() ? std::vector{args.issuer} : args.recipients;
  TRY(session.say("directive.adopted", {{"directive", adoption.directive},
                                        {"count", std::to_string(adoption.targets.size())},
                                        {"unit", fmt::format("{}", fmt::join(given_to, ", "))},
                                        {"period", adoption.period.str()}}));
  // Which other indicators were close, for the targets that nobody is sure of.
  for (const auto& adopted : adoption.targets) {
    if (!adopted.target.indicator.empty()) continue;
    std::vector<std::string> codes;
    for (const auto& c : adopted.candidates) codes.push_back(c.indicator->code);
    TRY(session.say("directive.unbound", {{"target", adopted.target.id},
                                          {"candidates", fmt::format("{}", fmt::join(codes, ", "))}}));
  }
  return ok();
}

struct GiveArgs {
  std::string directive;
  std::vector<std::string> units;
};

Result<> give(Session& session, const GiveArgs& args) {
  TRY(const auto ports, session.ports());
  TRY(const auto count, app::give_further(ports, args.directive, args.units));
  return session.say("directive.given", {{"directive", args.directive}, {"count", std::to_string(count)}});
}

std::string told_recipients(const target::Directive& directive, const unit::History& history,
                            const app::Words& words) {
  if (directive.recipients.empty()) return words.text("whole_branch");
  std::vector<std::string> codes;
  for (const Slot unit : directive.recipients) codes.push_back(history.unit(unit).code);
  return fmt::format("{}", fmt::join(codes, ", "));
}

Result<> list(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(const auto history, app::load_history(ports.database));
  TRY(const auto directives, ports.database.directives());
  const auto& words = session.words();
  View view{{{"directive", words.text("column.directive")},
             {"number", words.text("column.number")},
             {"issuer", words.text("column.issuer")},
             {"recipients", words.text("column.recipients"), Align::left, 10},
             {"period", words.text("column.period")},
             {"targets", words.text("column.targets"), Align::right},
             {"citations", words.text("column.citations"), Align::right},
             {"title", words.text("column.title"), Align::left, 20}},
            {}};
  for (const auto& d : directives)
    view.rows.push_back({d.id, d.number, history.unit(d.issuer).code, told_recipients(d, history, words),
                         d.period.str(), Decimal{static_cast<std::int64_t>(d.targets.size())},
                         Decimal{static_cast<std::int64_t>(d.citations.size())}, d.title});
  return session.print(view);
}

}  // namespace

void add_directive_commands(const CommandLine& program) {
  const CommandLine directive = program.command("directive", "directive");
  const auto reading = std::make_shared<ReadArgs>();
  directive.command("read", "directive.read")
      .texts("FILE", reading->files, "text-files", Need::required)
      .flag("--explain", reading->explain, "explain")
      .runs([reading](Session& session) { return read_all(session, *reading); });

  const auto args = std::make_shared<AdoptArgs>();
  directive.command("adopt", "directive.adopt")
      .text("FILE", args->file, "text-file", Need::required)
      .text("--issuer", args->issuer, "issuer", Need::required)
      .text("--period", args->period, "directive-period")
      .texts("--to", args->recipients, "recipients")
      .texts("--bind", args->bindings, "bind")
      .runs([args](Session& session) { return adopt(session, *args); });

  const auto further = std::make_shared<GiveArgs>();
  directive.command("give", "directive.give")
      .text("DIRECTIVE", further->directive, "directive-id", Need::required)
      .texts("--to", further->units, "recipients", Need::required)
      .runs([further](Session& session) { return give(session, *further); });

  directive.command("list", "directive.list").runs(list);
  add_directive_tree(directive);
}

}  // namespace nucong::cli
