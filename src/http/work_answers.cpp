// What is due, what came, more time, reminders; and what a directive would cost.
#include "app/burden.hpp"
#include "app/deadlines.hpp"
#include "app/obligations.hpp"
#include "app/review_list.hpp"
#include "http/acted.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

void add_obligation(JsonWriter& json, const Asked& asked, const app::Obligation& due) {
  json.open_object().member("form", due.form->code);
  json.member("title", asked.words.pick(due.form->title_vi, due.form->title_en));
  json.member("period", due.period.str())
      .member("due", format_date(due.due))
      .member("extended", due.extended);
  json.member("state", report::name_of(due.state)).member("late", report::name_of(due.timeliness));
  json.member("open", due.is_open()).member("version", whole(due.version));
  json.member("draft", due.draft.has_value())
      .member("reminders", whole(due.reminders.size()))
      .key("reminded");
  due.reminders.empty() ? json.null() : json.value(instant(due.reminders.back().at));
  json.key("returned");
  due.last_returned ? json.value(due.last_returned->note) : json.null();
  json.close_object();
}

void add_counts(JsonWriter& json, const app::ReviewList& list) {
  json.key("counts").open_object();
  for (std::size_t state = 0; state < list.by_state.size(); ++state)
    json.member(report::name_of(static_cast<report::State>(state)), whole(list.by_state.at(state)));
  json.member("overdue", whole(list.overdue)).member("late", whole(list.late)).close_object();
}

void add_row(JsonWriter& json, const app::ReviewRow& row) {
  json.open_object().member("unit", row.unit).member("name", row.name).member("expected", row.expected);
  json.member("state", report::name_of(row.state)).member("late", report::name_of(row.timeliness));
  json.member("due", format_date(row.due)).key("received");
  row.received ? json.value(format_date(*row.received)) : json.null();
  json.member("version", whole(row.version)).member("figures", whole(row.figures)).close_object();
}

report::State state_named(std::string_view name) {
  std::size_t state = 0;
  while (state < report::state_count && report::name_of(static_cast<report::State>(state)) != name) ++state;
  ENSURE(state < report::state_count);
  return static_cast<report::State>(state);
}

Content told(const Asked& asked, const app::Burden& burden) {
  JsonWriter json = begun(asked);
  json.member("minutes_per_figure", burden.minutes_per_figure).member("known_hours", burden.known_hours);
  json.member("new_hours", burden.new_hours).key("figures").open_array();
  for (const auto& figure : burden.figures) {
    json.open_object().member("code", figure.code);
    json.member("title", asked.words.pick(figure.title_vi, figure.title_en))
        .member("units", whole(figure.units));
    json.key("forms").open_array();
    for (const auto& form : figure.forms) json.value(form);
    json.close_array().close_object();
  }
  json.close_array().key("targets").open_array();
  for (const auto& target : burden.targets) {
    json.open_object().member("target", target.id).member("quote", target.quote);
    json.member("indicator", target.indicator).key("figures").open_array();
    for (const auto& figure : target.figures) json.value(figure);
    json.close_array().close_object();
  }
  json.close_array();
  return finished(std::move(json));
}

}  // namespace

Result<Content> obligations(const Asked& asked) {
  TRY(const auto all,
      app::obligations(asked.around.work_ports(), asked.asker, asked.present, asked.text("unit")));
  JsonWriter json = begun(asked);
  json.key("obligations").open_array();
  for (const auto& due : all) add_obligation(json, asked, due);
  json.close_array();
  return finished(std::move(json));
}

Result<Content> reports(const Asked& asked) {
  app::ReviewQuestion question{asked.text("unit"), asked.params.get<Period>("period"), asked.text("form")};
  if (const auto* state = asked.params.find<std::string>("state")) question.state = state_named(*state);
  question.overdue = asked.text("only") == "overdue";
  question.after_code = asked.text("after");
  question.limit = asked.params.get_or<std::uint32_t>("limit", 50);
  TRY(const auto list, app::review_list(asked.asker, asked.present, question));
  JsonWriter json = begun(asked);
  add_counts(json, list);
  json.key("reports").open_array();
  for (const auto& row : list.rows) add_row(json, row);
  json.close_array().key("next");
  list.more ? json.value(list.rows.back().unit) : json.null();
  return finished(std::move(json));
}

Result<Content> extend_deadline(const Asked& asked) {
  return acted<app::Sequence>(
      asked,
      [&](const auto& keep) {
        return app::extend_deadline(
            asked.around.work_ports(), asked.asker, asked.present,
            {asked.text("unit"), asked.text("form"), asked.params.get<Period>("period"),
             asked.params.get<Date>("due"), asked.text("reason")},
            keep);
      },
      [&](app::Sequence) { return finished(begun(asked)); });
}

Result<Content> remind_late(const Asked& asked) {
  return acted<app::Reminded>(
      asked,
      [&](const auto& keep) {
        return app::remind_late(asked.around.work_ports(), asked.asker, asked.present,
                                {asked.text("unit"), asked.text("form"), asked.params.get<Period>("period"),
                                 asked.params.get_or("again", false)},
                                keep);
      },
      [&](const app::Reminded& reminded) {
        JsonWriter json = begun(asked);
        json.member("reminded", whole(reminded.units.size())).member("lately", whole(reminded.lately));
        json.key("units").open_array();
        for (const auto& unit : reminded.units) json.value(unit);
        json.close_array();
        return finished(std::move(json));
      });
}

Result<Content> burden(const Asked& asked) {
  TRY(const auto burden,
      app::burden(asked.asker, asked.present, asked.text("directive"), asked.text("unit")));
  return told(asked, burden);
}

Result<Content> burden_of_text(const Asked& asked) {
  TRY(const auto burden,
      app::burden_of_text(asked.asker, asked.present, asked.text("text"), asked.text("unit"),
                          asked.params.get_or<std::vector<std::string>>("recipients", {})));
  return told(asked, burden);
}

}  // namespace nucong::http
