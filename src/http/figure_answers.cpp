// Figures: one, many, why, and the scorecard. Each with its definition, its tree and how complete it is.
#include <algorithm>

#include "answer/comparison.hpp"
#include "answer/scorecard.hpp"
#include "answer/value.hpp"
#include "app/disclosure.hpp"
#include "app/subject.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"
#include "http/sight.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

app::ValueQuestion value_question(const Asked& asked) {
  app::ValueQuestion question{
      asked.text("unit"), asked.text("element"), asked.params.get<Period>("period"), {}};
  question.tree = asked.params.get_or<app::TreeChoice>("tree", {});
  if (asked.text("only") == "alive") question.population = rollup::Population::only_alive;
  question.directive = asked.text("directive");
  return question;
}

// What is counted, in whose words, and where that comes from.
void add_definition(JsonWriter& json, const Asked& asked, const app::Subject& subject) {
  const auto& knowledge = asked.present.knowledge;
  json.key("definition").open_object().member("code", subject.code);
  json.member("title", asked.words.pick(subject.title_vi, subject.title_en));
  json.member("formula", subject.formula->str());
  json.key("value_unit").value(indicator::name_of(subject.unit));
  if (subject.series) {
    const auto& element = knowledge.elements().element(subject.series->element);
    json.member("measure_unit", asked.words.pick(element.unit_vi, element.unit_en));
    json.key("kind").value(indicator::name_of(element.kind));
    json.member("source", element.source);
  } else if (const auto* indicator = knowledge.catalogue.find_indicator(subject.code)) {
    json.member("source", indicator->source);
  }
  json.close_object();
}

void add_completeness(JsonWriter& json, std::uint32_t expected, std::uint32_t reported) {
  json.key("completeness").open_object();
  json.member("units_expected", Decimal{expected}).member("units_reported", Decimal{reported});
  json.close_object();
}

JsonWriter begun_with(const Asked& asked, const app::Subject& subject, const app::ValueAnswer& answer) {
  return begun(asked, [&](JsonWriter& meta) {
    meta.member("tree", format_date(answer.tree_day));
    add_definition(meta, asked, subject);
    add_completeness(meta, answer.units_expected, answer.units_reported);
  });
}

}  // namespace

Result<Content> value(const Asked& asked) {
  const auto question = value_question(asked);
  TRY(const auto subject, app::subject_of(asked.present.knowledge, question.element));
  TRY(auto answered, app::ask_value(asked.present, question));
  if (!sees_small_cells(asked, question.unit)) {
    TRY(app::disclose(asked.present, question, answered));
  }
  if (asked.format == Format::csv) return csv(answer::value_rows(answered), "value", answered.tree_day);
  JsonWriter json = begun_with(asked, subject, answered);
  answer::add_value(json, answered);
  return finished(std::move(json));
}

Result<Content> values(const Asked& asked) {
  app::ComparisonQuestion question{value_question(asked), {}, asked.params.get_or<app::Rows>("by", {})};
  if (const auto* until = asked.params.find<Period>("until")) question.until = *until;
  TRY(const auto subject, app::subject_of(asked.present.knowledge, question.value.element));
  TRY(auto comparison, app::compare_values(asked.present, question));
  if (!sees_small_cells(asked, question.value.unit)) {
    TRY(app::disclose(asked.present, question, comparison));
  }
  if (asked.format == Format::csv) return csv(answer::comparison_rows(comparison), "values");
  JsonWriter json = begun(asked, [&](JsonWriter& meta) { add_definition(meta, asked, subject); });
  answer::add_comparison(json, comparison);
  return finished(std::move(json));
}

Result<Content> why(const Asked& asked) {
  auto question = value_question(asked);
  question.why = true;
  TRY(const auto subject, app::subject_of(asked.present.knowledge, question.element));
  TRY(auto answered, app::ask_value(asked.present, question));
  // Each source is a figure of one unit: they are for those who work with it.
  if (!sees_small_cells(asked, question.unit)) {
    TRY(app::disclose(asked.present, question, answered));
    answered.sources.clear();
  }
  const std::size_t count = answered.sources.size();
  const std::size_t limit = asked.params.get_or<std::uint32_t>("limit", 100);
  std::ranges::stable_sort(answered.sources, std::ranges::greater{}, &app::Source::value);
  if (count > limit) answered.sources.resize(limit);
  JsonWriter json = begun_with(asked, subject, answered);
  answer::add_value(json, answered);
  json.key("elements").open_array();
  for (const auto& code : answered.elements) json.value(code);
  json.close_array().member("sources_count", whole(count));
  answer::add_sources(json, answered.sources);
  return finished(std::move(json));
}

Result<Content> score(const Asked& asked) {
  app::ScoreQuestion question{asked.text("unit"), asked.params.get<Period>("period"),
                              asked.params.get_or<app::Rows>("by", {})};
  question.tree = asked.params.get_or<app::TreeChoice>("tree", {});
  if (asked.text("only") == "alive") question.population = rollup::Population::only_alive;
  question.directive = asked.text("directive");
  TRY(auto card, app::score(asked.present, question));
  if (!sees_small_cells(asked, question.unit)) {
    TRY(app::disclose(asked.present, question, card));
  }
  if (asked.format == Format::csv)
    return csv(answer::scorecard_rows(card, question.period), "score", card.tree_day);
  JsonWriter json = begun(asked, [&](JsonWriter& meta) { meta.member("tree", format_date(card.tree_day)); });
  answer::add_scorecard(json, card, question.period);
  return finished(std::move(json));
}

Result<Content> periods(const Asked& asked) {
  answer::View rows{{{"period", ""}, {"kind", ""}, {"series", ""}}, {}};
  const auto& nation = asked.nation();
  const auto& epochs = nation.history.epochs();
  // Reports are of periods in which some unit stood: none lies before the first founding.
  const int first = epochs.empty() ? year_of(asked.present.today) + 1 : year_of(epochs.front());
  for (int year = first; year <= year_of(asked.present.today); ++year)
    for (const auto kind : {PeriodKind::year, PeriodKind::half, PeriodKind::quarter, PeriodKind::month})
      for (auto period = Period::containing(kind, make_date(year, 1, 1)); year_of(period.first()) == year;
           period = period.next())
        if (const auto* sheet = nation.figures.sheet(period))
          rows.rows.push_back({period.str(), std::string(nucong::name_of(kind)), whole(sheet->size())});
  return listed(asked, "periods", rows);
}

}  // namespace nucong::http
