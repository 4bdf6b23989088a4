// nucong report: import, form, status, show.
#include "app/collect.hpp"
#include "app/import_reports.hpp"
#include "app/make_form.hpp"
#include "app/record_units.hpp"
#include "cli/commands.hpp"
#include "cli/tree_options.hpp"

namespace nucong::cli {
namespace {

struct ImportArgs {
  std::string file;
  std::string by;
  bool history = false;
};

Result<app::Submitted> submitted(const app::Ports& ports, const RowSource& rows, const ImportArgs& args) {
  if (!app::looks_like_form(rows))
    return app::import_long(ports, rows, args.history ? app::Strictness::rules_only : app::Strictness::full);
  TRY(const auto table, rows.table());
  return app::import_form(ports, table, args.by);
}

Result<> import(Session& session, const ImportArgs& args) {
  TRY(const auto rows, session.rows(args.file, app::figures_bytes_max));
  TRY(const auto ports, session.ports());
  const auto imported = submitted(ports, *rows, args);
  if (imported.has_error()) return imported.error();
  const auto& done = imported.value();
  return session.say("report.imported", {{"reports", std::to_string(done.reports)},
                                         {"figures", std::to_string(done.figures)},
                                         {"corrected", std::to_string(done.corrected)},
                                         {"unchanged", std::to_string(done.unchanged)}});
}

struct FormArgs {
  std::string form;
  std::string unit;
  std::string period;
  std::string out;
};

Result<> make_form(Session& session, const FormArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto ports, session.ports());
  TRY(const auto sheet, app::make_form(ports, args.form, args.unit, period));
  TRY(const auto bytes, session.world().sheets.write_form(sheet));
  TRY(session.world().files.write(args.out, bytes));
  if (args.out == "-") return ok();
  return session.say("report.form_made",
                     {{"file", args.out}, {"unit", sheet.unit_name}, {"period", args.period}});
}

struct StatusArgs {
  std::string form;
  std::string unit;
  std::string period;
  std::string rows = "self";
  TreeOptions tree;
};

View collection_view(const app::Words& words, const app::CollectionAnswer& answer) {
  View view{{{"unit", words.text("column.unit")},
             {"name", words.text("column.name"), Align::left, 20},
             {"expected", words.text("column.expected"), Align::right},
             {"received", words.text("column.received"), Align::right},
             {"on_time", words.text("column.on_time"), Align::right},
             {"late", words.text("column.late"), Align::right},
             {"missing", words.text("column.missing"), Align::right},
             {"unasked", words.text("column.unasked"), Align::right}},
            {}};
  for (const auto& row : answer.rows) {
    const auto& c = row.counts;
    view.rows.push_back({row.unit, row.name, Decimal{c.expected}, Decimal{c.received}, Decimal{c.on_time},
                         Decimal{c.late}, Decimal{c.expected - c.received}, Decimal{c.unasked}});
  }
  return view;
}

Result<> status(Session& session, const StatusArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto rows, app::Rows::parse(args.rows));
  TRY(const auto tree, args.tree.choice());
  TRY(const auto ports, session.ports());
  TRY(const auto answer,
      app::collect(ports, {args.form, args.unit, period, rows, tree, args.tree.population()}));
  TRY(session.print(collection_view(session.words(), answer)));
  if (session.options().format != Format::table) return ok();
  constexpr std::size_t shown = 10;
  TRY(session.say("report.due", {{"date", format_date_vi(answer.due)},
                                 {"tree", format_date_vi(answer.tree_day)},
                                 {"silent", std::to_string(answer.silent.size())}}));
  for (std::size_t i = 0; i < std::min(shown, answer.silent.size()); ++i) {
    TRY(session.print("  " + answer.silent[i].first + "  " + answer.silent[i].second + "\n"));
  }
  return ok();
}

Result<> show(Session& session, const FormArgs& args) {
  TRY(const auto period, Period::parse(args.period));
  TRY(const auto ports, session.ports());
  TRY(const auto history, app::load_history(ports.database));
  TRY(const Slot unit, history.slot(args.unit));
  TRY(const auto versions, ports.database.versions(unit, period));
  const auto& words = session.words();
  const auto& elements = ports.knowledge.elements();
  View view{{{"version", words.text("column.version"), Align::right},
             {"received", words.text("column.day")},
             {"element", words.text("column.element")},
             {"title", words.text("column.title"), Align::left, 24},
             {"value", words.text("column.value"), Align::right},
             {"reason", words.text("column.reason")},
             {"by", words.text("column.by")}},
            {}};
  report::Unpacker unpacker(elements);
  for (const auto& version : versions) {
    std::vector<report::Figure> figures;
    TRY(unpacker.unpack(version.figures, figures));
    TRY(unpacker.unpack_reasons(version.reasons, figures));
    for (const auto& figure : figures) {
      const auto& element = elements.element(figure.series.element);
      view.rows.push_back({Decimal{version.version}, format_date(version.received),
                           elements.code_of(figure.series), words.pick(element.title_vi, element.title_en),
                           Decimal::scaled(figure.amount, element.decimals), figure.reason, version.by});
    }
  }
  return session.print(view);
}

}  // namespace

void add_report_commands(const CommandLine& program) {
  const CommandLine report = program.command("report", "report");
  const auto importing = std::make_shared<ImportArgs>();
  report.command("import", "report.import")
      .text("FILE", importing->file, "report-file", Need::required)
      .text("--by", importing->by, "by-whom")
      .flag("--history", importing->history, "history")
      .runs([importing](Session& session) { return import(session, *importing); });

  const auto form = std::make_shared<FormArgs>();
  report.command("form", "report.form")
      .text("FORM", form->form, "form", Need::required)
      .text("--unit", form->unit, "unit", Need::required)
      .text("--period", form->period, "period", Need::required)
      .text("-o,--out", form->out, "out", Need::required)
      .runs([form](Session& session) { return make_form(session, *form); });

  const auto due = std::make_shared<StatusArgs>();
  const CommandLine status_of = report.command("status", "report.status");
  status_of.text("FORM", due->form, "form", Need::required)
      .text("--unit", due->unit, "unit", Need::required)
      .text("--period", due->period, "period", Need::required);
  due->tree.add_to(status_of);
  status_of.text("--by", due->rows, "rows").runs([due](Session& session) { return status(session, *due); });

  const auto shown = std::make_shared<FormArgs>();
  report.command("show", "report.show")
      .text("--unit", shown->unit, "unit", Need::required)
      .text("--period", shown->period, "period", Need::required)
      .runs([shown](Session& session) { return show(session, *shown); });
}

}  // namespace nucong::cli
