// What can be counted, asked and measured.
#include "http/answers.hpp"
#include "http/content.hpp"

namespace nucong::http {
namespace {

template <class Names, class Spell>
std::string spaced(const Names& names, Spell spell) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : " ") + std::string(spell(name));
  return all;
}

std::string as_is(const std::string& text) {
  return text;
}

}  // namespace

Result<Content> catalogue(const Asked& asked) {
  const auto& knowledge = asked.present.knowledge;
  answer::JsonWriter json = begun(asked);
  json.member("version", knowledge.version).member("valid_from", format_date(knowledge.valid_from));
  json.member("elements", whole(knowledge.elements().all().size()));
  json.member("indicators", whole(knowledge.catalogue.indicators().size()));
  json.member("forms", whole(knowledge.forms.size())).member("kinds", whole(knowledge.kinds.size()));
  return finished(std::move(json));
}

Result<Content> elements(const Asked& asked) {
  answer::View rows{{{"code", ""},
                     {"name", ""},
                     {"title", ""},
                     {"unit", ""},
                     {"kind", ""},
                     {"decimals", ""},
                     {"periods", ""},
                     {"splits", ""},
                     {"source", ""}},
                    {}};
  for (const auto& e : asked.present.knowledge.elements().all())
    rows.rows.push_back({e.code, e.name, asked.words.pick(e.title_vi, e.title_en),
                         asked.words.pick(e.unit_vi, e.unit_en), std::string(indicator::name_of(e.kind)),
                         Decimal{e.decimals},
                         spaced(e.periods, [](PeriodKind kind) { return nucong::name_of(kind); }),
                         spaced(e.splits, as_is), e.source});
  return listed(asked, "elements", rows);
}

Result<Content> indicators(const Asked& asked) {
  answer::View rows{
      {{"code", ""}, {"name", ""}, {"title", ""}, {"value_unit", ""}, {"formula", ""}, {"source", ""}}, {}};
  for (const auto& i : asked.present.knowledge.catalogue.indicators())
    rows.rows.push_back({i.code, i.name, asked.words.pick(i.title_vi, i.title_en),
                         std::string(indicator::name_of(i.unit)), i.formula.str(), i.source});
  return listed(asked, "indicators", rows);
}

Result<Content> kinds(const Asked& asked) {
  answer::View rows{{{"code", ""}, {"title", ""}}, {}};
  for (const auto& kind : asked.present.knowledge.kinds)
    rows.rows.push_back({kind.code, asked.words.pick(kind.title_vi, kind.title_en)});
  return listed(asked, "kinds", rows);
}

Result<Content> forms(const Asked& asked) {
  answer::View rows{
      {{"code", ""}, {"title", ""}, {"periods", ""}, {"kinds", ""}, {"figures", ""}, {"due_days", ""}}, {}};
  for (const auto& form : asked.present.knowledge.forms)
    rows.rows.push_back({form.code, asked.words.pick(form.title_vi, form.title_en),
                         spaced(form.periods, [](PeriodKind kind) { return nucong::name_of(kind); }),
                         spaced(form.kinds, as_is), whole(form.asked().size()), Decimal{form.due_days}});
  return listed(asked, "forms", rows);
}

}  // namespace nucong::http
