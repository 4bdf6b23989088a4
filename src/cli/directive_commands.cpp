// nucong directive: read, adopt, list.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "app/adopt.hpp"
#include "app/record_units.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/json_writer.hpp"
#include "cli/text_file.hpp"
#include "cli/wording.hpp"

namespace nucong::cli {
namespace {

struct Read {
  std::string file;
  directive::Reading reading;
};

void write_target(JsonWriter& json, const directive::ProposedTarget& target) {
  json.open_object();
  json.member("quote", target.quote);
  json.member("begin", Decimal{static_cast<std::int64_t>(target.span.begin)});
  json.member("end", Decimal{static_cast<std::int64_t>(target.span.end)});
  json.key("comparator").value(directive::symbol(target.comparator));
  json.member("value", target.value);
  json.member("value_max", target.value_max);
  json.key("unit").value(directive::name_of(target.unit));
  json.member("noun", target.noun);
  json.member("subject", target.subject);
  json.member("measure", target.measure);
  json.member("per_unit", target.per_unit);
  json.key("deadline");
  if (target.deadline)
    json.value(std::to_string(*target.deadline));
  else
    json.null();
  json.member("baseline_change", target.baseline_change);
  json.close_object();
}

void write_citation(JsonWriter& json, const directive::Citation& citation) {
  json.open_object();
  json.member("quote", citation.quote);
  json.member("begin", Decimal{static_cast<std::int64_t>(citation.span.begin)});
  json.member("end", Decimal{static_cast<std::int64_t>(citation.span.end)});
  json.key("type").value(directive::name_of(citation.type));
  json.member("number", citation.number);
  json.key("date");
  if (citation.date)
    json.value(format_date(*citation.date));
  else
    json.null();
  json.member("issuer", citation.issuer);
  json.member("title", citation.title);
  json.close_object();
}

std::string as_json(const std::vector<Read>& all) {
  JsonWriter json;
  json.open_object().key("documents").open_array();
  for (const auto& read : all) {
    json.open_object().member("file", read.file);
    json.key("targets").open_array();
    for (const auto& target : read.reading.targets) write_target(json, target);
    json.close_array().key("citations").open_array();
    for (const auto& citation : read.reading.citations) write_citation(json, citation);
    json.close_array().close_object();
  }
  return std::move(json.close_array().close_object()).take();
}

View targets_view(Session& session, const std::vector<Read>& all, bool with_file) {
  const auto& words = session.words();
  View view{{{"number", "#", Align::right, 2},
             {"aim", words.text("column.aim"), Align::left, 10},
             {"subject", words.text("column.subject"), Align::left, 20},
             {"measure", words.text("column.measure"), Align::left, 28},
             {"per_unit", words.text("column.per_unit"), Align::left, 6},
             {"deadline", words.text("column.deadline"), Align::left, 5}},
            {}};
  if (with_file) view.columns.insert(view.columns.begin(), {"file", words.text("column.file")});
  for (const auto& read : all) {
    std::int64_t number = 0;
    for (const auto& t : read.reading.targets) {
      std::vector<ViewValue> row = {
          Decimal{++number},
          told_aim(t.comparator, t.value, t.value_max, t.unit, t.noun, session.number_style()),
          t.subject,
          t.measure,
          t.per_unit ? words.text("each") : std::string{},
          t.deadline ? std::to_string(*t.deadline) : std::string{}};
      if (with_file) row.insert(row.begin(), read.file);
      view.rows.push_back(std::move(row));
    }
  }
  return view;
}

Result<> show(Session& session, const Read& read) {
  TRY(session.say("directive.targets",
                  {{"file", read.file}, {"count", std::to_string(read.reading.targets.size())}}));
  if (!read.reading.targets.empty()) {
    TRY(session.print(targets_view(session, {read}, false)));
  }
  TRY(session.say("directive.citations", {{"count", std::to_string(read.reading.citations.size())}}));
  for (const auto& citation : read.reading.citations) {
    std::string line = "  " + citation.quote;
    std::ranges::replace(line, '\n', ' ');
    if (citation.title && line.find(*citation.title) == std::string::npos) line += " – " + *citation.title;
    TRY(session.print(line + "\n"));
  }
  return session.print("\n");
}

Result<> read_all(Session& session, const std::vector<std::string>& files) {
  std::vector<Read> all;
  for (const auto& file : files) {
    TRY(const auto text, read_text(session, file));
    all.push_back({file, directive::read(text)});
  }
  if (session.options().format == Format::json) return session.print(as_json(all));
  if (session.options().format == Format::csv) return session.print(targets_view(session, all, true));
  for (const auto& read : all) {
    TRY(show(session, read));
  }
  return ok();
}

struct AdoptArgs {
  std::string file;
  std::string issuer;
  std::string period;
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
  TRY(const auto raw, read_text(session, args.file));
  TRY(auto text, nfc(raw));
  TRY(const auto ports, session.ports());
  app::AdoptOrder order{std::move(text), args.file, args.issuer, {}, {}};
  if (!args.period.empty()) {
    TRY(order.period, Period::parse(args.period));
  }
  TRY(order.bindings, bindings_in(args.bindings));
  TRY(const auto adoption, app::adopt(ports, order));
  TRY(show_adoption(session, adoption));
  if (session.options().format != Format::table) return ok();
  TRY(session.say("directive.adopted", {{"directive", adoption.directive},
                                        {"count", std::to_string(adoption.targets.size())},
                                        {"unit", args.issuer},
                                        {"period", adoption.period.str()}}));
  // Which other indicators were close, for the targets that nobody is sure of.
  for (const auto& adopted : adoption.targets) {
    if (!adopted.target.indicator.empty()) continue;
    std::string codes;
    for (const auto& c : adopted.candidates) codes += (codes.empty() ? "" : ", ") + c.indicator->code;
    TRY(session.say("directive.unbound", {{"target", adopted.target.id}, {"candidates", codes}}));
  }
  return ok();
}

Result<> list(Session& session) {
  TRY(const auto ports, session.ports());
  TRY(const auto history, app::load_history(ports.store));
  TRY(const auto directives, ports.store.directives());
  const auto& words = session.words();
  View view{{{"directive", words.text("column.directive")},
             {"number", words.text("column.number")},
             {"issuer", words.text("column.issuer")},
             {"period", words.text("column.period")},
             {"targets", words.text("column.targets"), Align::right},
             {"citations", words.text("column.citations"), Align::right},
             {"title", words.text("column.title"), Align::left, 20}},
            {}};
  for (const auto& d : directives)
    view.rows.push_back({d.id, d.number, history.unit(d.issuer).code, d.period.str(),
                         Decimal{static_cast<std::int64_t>(d.targets.size())},
                         Decimal{static_cast<std::int64_t>(d.citations.size())}, d.title});
  return session.print(view);
}

}  // namespace

void add_directive_commands(const CommandLine& program) {
  const CommandLine directive = program.command("directive", "directive");
  const auto files = std::make_shared<std::vector<std::string>>();
  directive.command("read", "directive.read")
      .texts("FILE", *files, "text-files", Need::required)
      .runs([files](Session& session) { return read_all(session, *files); });

  const auto args = std::make_shared<AdoptArgs>();
  directive.command("adopt", "directive.adopt")
      .text("FILE", args->file, "text-file", Need::required)
      .text("--issuer", args->issuer, "issuer", Need::required)
      .text("--period", args->period, "directive-period")
      .texts("--bind", args->bindings, "bind")
      .runs([args](Session& session) { return adopt(session, *args); });

  directive.command("list", "directive.list").runs(list);
}

}  // namespace nucong::cli
