#include "bench/our_nation.hpp"

#include <fmt/format.h>

#include "report/submission.hpp"

namespace nucong::bench {
namespace {

std::string ratio_name(std::uint32_t target) {
  return fmt::format("t{:02}", target);
}

report::Form form_of(const indicator::Elements& elements) {
  report::Form form{.code = "NC-B", .title_vi = "B", .title_en = "B"};
  form.periods = {PeriodKind::quarter};
  form.kinds = {"grassroots"};
  for (std::size_t e = 0; e < elements.all().size(); ++e)
    form.items.emplace_back(report::Form::Entry{{indicator::ElementId(e), {}}});
  return form;
}

unit::UnitEvent founding(std::string code, std::string parent, std::string kind) {
  unit::UnitEvent event;
  event.date = make_date(static_cast<int>(Nation::first_year) - 1, 1, 1);
  event.unit = event.name = std::move(code);
  event.parent = std::move(parent);
  event.unit_kind = std::move(kind);
  return event;
}

std::string province_code(std::uint32_t province) {
  return fmt::format("P{:02}", province);
}

}  // namespace

app::Knowledge knowledge_of(const Nation& nation) {
  std::vector<indicator::Element> list;
  for (std::uint32_t e = 0; e < nation.elements; ++e)
    list.push_back({.code = fmt::format("B{:02}", e),
                    .name = fmt::format("b{:02}", e),
                    .kind = indicator::ElementKind::flow,
                    .periods = {PeriodKind::quarter}});
  auto elements = indicator::Elements::make(std::move(list), {}).value();
  std::vector<indicator::Indicator> ratios;
  for (std::uint32_t t = 0; t < Nation::targets; ++t) {
    const auto text = fmt::format("b{:02} / b{:02}", Nation::numerator(t), Nation::denominator(t));
    ratios.push_back({.code = "I." + ratio_name(t),
                      .name = ratio_name(t),
                      .title_vi = text,
                      .title_en = text,
                      .unit = indicator::ValueUnit::percent,
                      .formula = indicator::Formula::parse(text, elements).value()});
  }
  std::vector<report::Form> forms = {form_of(elements)};
  return {.version = "bench",
          .catalogue = indicator::Catalogue::make(std::move(elements), std::move(ratios)).value(),
          .kinds = {{"confederation", "", ""}, {"provincial", "", ""}, {"grassroots", "", ""}},
          .forms = std::move(forms)};
}

std::vector<unit::UnitEvent> foundings(const Nation& nation) {
  std::vector<unit::UnitEvent> events = {founding("VN", "", "confederation")};
  for (std::uint32_t p = 0; p < Nation::provinces; ++p)
    events.push_back(founding(province_code(p), "VN", "provincial"));
  for (std::uint32_t g = 0; g < nation.grassroots; ++g)
    events.push_back(founding(fmt::format("G{}", g), province_code(Nation::province_of(g)), "grassroots"));
  return events;
}

target::Directive directive_of() {
  const int year = static_cast<int>(Nation::first_year);
  target::Directive directive{.id = "D1", .period = Period::year(year)};
  for (std::uint32_t t = 0; t < Nation::targets; ++t) {
    target::Target target{.id = fmt::format("D1.{}", t + 1), .value = 50};
    target.unit = directive::Quantity::percent;
    target.starts = make_date(year, 1, 1);
    target.due = make_date(year, 12, 31);
    target.indicator = ratio_name(t);
    directive.targets.push_back(std::move(target));
  }
  return directive;
}

app::Nation live_nation(const Nation& nation) {
  rollup::SnapshotWriter writer;
  for (std::uint32_t q = 0; q < nation.quarters; ++q) {
    writer.begin(Period::parse(Nation::period(q)).value());
    for (std::uint32_t g = 0; g < nation.grassroots; ++g) {
      if (!Nation::reported(g, q)) continue;
      for (std::uint32_t e = 0; e < nation.elements; ++e)
        writer.append({indicator::ElementId(e), {}}, slot_of(g), Nation::value(g, e, q));
    }
  }
  auto directive = directive_of();
  std::vector<target::Goal> goals;
  for (const auto& target : directive.targets) goals.push_back({Slot(0U), target.id, {}});
  return {0, unit::History::replay(foundings(nation)).value(), writer.finish(),
          std::make_shared<const std::vector<target::Directive>>(1, std::move(directive)),
          std::make_shared<const std::vector<target::Goal>>(std::move(goals))};
}

app::StoredReport report_of(const Nation& nation, const app::Knowledge& knowledge, std::uint32_t grassroots,
                            std::uint32_t quarter) {
  std::vector<report::Figure> figures;
  for (std::uint32_t e = 0; e < nation.elements; ++e)
    figures.push_back({{indicator::ElementId(e), {}}, Nation::value(grassroots, e, quarter), {}});
  app::StoredReport made{slot_of(grassroots), Period::parse(Nation::period(quarter)).value()};
  made.version = 1;
  made.form = "NC-B";
  made.received = made.period.last();
  made.figures = report::pack(figures, knowledge.elements());
  return made;
}

}  // namespace nucong::bench
