// One report: filled in, sent, returned or accepted, sent on, signed.
#include <array>
#include <functional>

#include "app/report_draft.hpp"
#include "app/review_report.hpp"
#include "app/save_draft.hpp"
#include "app/send_on.hpp"
#include "app/send_report.hpp"
#include "app/sign_report.hpp"
#include "http/acted.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"
#include "http/persons.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

Period period_of(const Asked& asked) {
  return asked.params.get<Period>("period");
}

std::uint32_t count_of(const Asked& asked, std::string_view name) {
  return asked.params.get_or<std::uint32_t>(name, 0);
}

std::string_view name_of(app::DraftLine::Role role) {
  constexpr std::array<std::string_view, 3> names = {"heading", "entry", "total"};
  return names.at(static_cast<std::size_t>(role));
}

void add_line(JsonWriter& json, const Asked& asked, const app::DraftLine& line) {
  json.open_object().member("role", name_of(line.role)).member("series", line.code);
  json.member("title", asked.words.pick(line.title_vi, line.title_en));
  json.member("measure", asked.words.pick(line.unit_vi, line.unit_en));
  json.member("decimals", Decimal{line.decimals}).member("value", line.value).member("sent", line.sent);
  json.member("last", line.last).member("last_year", line.year_before).member("reason", line.reason);
  json.member("returned", line.returned).key("addends").open_array();
  for (const auto addend : line.addends) json.value(whole(addend));
  json.close_array().close_object();
}

void add_step(JsonWriter& json, const report::Step& step, const std::string& person) {
  json.open_object().member("number", whole(step.number)).member("kind", report::name_of(step.kind));
  json.member("version", whole(step.version)).member("person", person);
  json.member("at", instant(step.at)).member("note", step.note).key("cells").open_array();
  for (const auto& cell : step.cells) json.value(cell);
  json.close_array().close_object();
}

void add_saved(JsonWriter& json, const std::optional<app::SavedDraft>& saved) {
  json.key("saved");
  if (!saved) {
    json.null();
    return;
  }
  json.open_object().member("by", saved->by).member("at", instant(saved->saved));
  json.member("base", whole(saved->base)).member("revision", whole(saved->revision)).close_object();
}

// Where the report stands after what was done.
JsonWriter stands(const Asked& asked, const report::Standing& standing) {
  JsonWriter json = begun(asked);
  json.member("state", report::name_of(report::state_of(standing, false)));
  json.member("version", whole(standing.version)).member("step", whole(standing.steps));
  return json;
}

// A step by itself, with nothing more to tell of.
Result<Content> stepped(const Asked& asked, const auto& take_step) {
  return acted<app::SteppedReport>(
      asked, [&](const auto& keep) { return take_step(asked.around.work_ports(), keep); },
      [&](const app::SteppedReport& after) { return finished(stands(asked, after.standing)); });
}

}  // namespace

Result<Content> report(const Asked& asked) {
  const auto ports = asked.around.work_ports();
  TRY(const auto draft, app::report_draft(ports, asked.asker, asked.present, asked.text("unit"),
                                          period_of(asked), asked.text("form")));
  TRY(const Slot unit, asked.nation().history.slot(draft.unit));
  TRY(const auto steps, ports.database.steps(unit, draft.period));
  Persons persons(ports.database);
  JsonWriter json = begun(asked);
  json.member("unit", draft.unit).member("name", draft.name).member("form", draft.form->code);
  json.member("title", asked.words.pick(draft.form->title_vi, draft.form->title_en));
  json.member("period", draft.period.str()).member("due", format_date(draft.due));
  json.member("state", report::name_of(draft.state)).member("late", report::name_of(draft.timeliness));
  json.member("version", whole(draft.version));
  json.member("revision", whole(draft.saved ? draft.saved->revision : 0));
  add_saved(json, draft.saved);
  json.key("lines").open_array();
  for (const auto& line : draft.lines) add_line(json, asked, line);
  json.close_array().key("steps").open_array();
  for (const auto& step : steps) {
    TRY(const auto person, persons.of(step.account));
    add_step(json, step, person);
  }
  json.close_array();
  return finished(std::move(json));
}

Result<Content> save_draft(const Asked& asked) {
  app::SaveReportDraft wanted{asked.text("unit"),          period_of(asked),
                              asked.text("form"),          count_of(asked, "version"),
                              count_of(asked, "revision"), {}};
  for (const auto& cell : asked.params.get<std::vector<Params>>("cells")) {
    const auto* value = cell.find<Decimal>("value");
    wanted.figures.push_back(
        {cell.text("series"), value == nullptr ? std::nullopt : std::optional(*value), cell.text("reason")});
  }
  TRY(const auto revision,
      app::save_report_draft(asked.around.work_ports(), asked.asker, asked.present, wanted));
  JsonWriter json = begun(asked);
  json.member("revision", whole(revision));
  return finished(std::move(json));
}

Result<Content> drop_draft(const Asked& asked) {
  TRY(app::drop_report_draft(asked.around.work_ports(), asked.asker, asked.present, asked.text("unit"),
                             period_of(asked), count_of(asked, "revision")));
  return finished(begun(asked));
}

Result<Content> send_report(const Asked& asked) {
  return acted<app::SentReport>(
      asked,
      [&](const auto& keep) {
        return app::send_report(asked.around.work_ports(), asked.asker, asked.present,
                                {asked.text("unit"), period_of(asked), count_of(asked, "revision")}, keep);
      },
      [&](const app::SentReport& sent) {
        JsonWriter json = stands(asked, sent.standing);
        json.member("unchanged", sent.unchanged);
        return finished(std::move(json));
      });
}

Result<Content> return_report(const Asked& asked) {
  return stepped(asked, [&](const auto& ports, const auto& keep) {
    return app::return_report(
        ports, asked.asker, asked.present,
        {asked.text("unit"), period_of(asked), count_of(asked, "version"), asked.text("reason"),
         asked.params.get_or<std::vector<std::string>>("cells", {})},
        keep);
  });
}

Result<Content> accept_report(const Asked& asked) {
  return stepped(asked, [&](const auto& ports, const auto& keep) {
    return app::accept_report(
        ports, asked.asker, asked.present,
        {asked.text("unit"), period_of(asked), count_of(asked, "version"), asked.text("note")}, keep);
  });
}

Result<Content> send_on(const Asked& asked) {
  return acted<app::SentOn>(
      asked,
      [&](const auto& keep) {
        return app::send_on(
            asked.around.work_ports(), asked.asker, asked.present,
            {asked.text("unit"), period_of(asked), asked.text("form"), count_of(asked, "version")}, keep);
      },
      [&](const app::SentOn& sent) {
        JsonWriter json = stands(asked, sent.standing);
        json.member("expected", whole(sent.counts.expected)).member("received", whole(sent.counts.received));
        json.key("silent").open_array();
        for (const auto& code : sent.silent) json.value(code);
        json.close_array();
        return finished(std::move(json));
      });
}

Result<Content> sign_report(const Asked& asked) {
  return acted<app::SignedReport>(
      asked,
      [&](const auto& keep) {
        return app::sign_report(
            asked.around.work_ports(), asked.asker, asked.present,
            {asked.text("unit"), period_of(asked), asked.text("form"), count_of(asked, "version")}, keep);
      },
      [&](const app::SignedReport& made) {
        JsonWriter json = stands(asked, made.standing);
        json.member("digest", made.digest);
        return finished(std::move(json));
      });
}

Result<Content> reopen_report(const Asked& asked) {
  return stepped(asked, [&](const auto& ports, const auto& keep) {
    return app::reopen_report(
        ports, asked.asker, asked.present,
        {asked.text("unit"), period_of(asked), count_of(asked, "version"), asked.text("reason")}, keep);
  });
}

Result<Content> frozen_report(const Asked& asked) {
  TRY(const Slot unit, asked.nation().history.slot(asked.text("unit")));
  TRY(const auto all, asked.around.ports.database.frozen(unit, period_of(asked)));
  if (all.empty())
    return fail(ErrorCode::report_not_signed,
                {{"unit", asked.text("unit")}, {"period", period_of(asked).str()}});
  return Content{"text/plain; charset=utf-8", all.back().text, {{"Nucong-Digest", all.back().digest}}};
}

}  // namespace nucong::http
