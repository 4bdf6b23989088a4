// Directives: a file becomes text, the text is read, corrected, taken into work and divided.
#include <algorithm>
#include <array>

#include "answer/reading.hpp"
#include "answer/scorecard.hpp"
#include "app/hand_down.hpp"
#include "http/acted.hpp"
#include "http/answers.hpp"
#include "http/content.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;
using directive::Comparator;

Comparator comparator_of(std::string_view symbol) {
  constexpr std::array all = {Comparator::at_least,  Comparator::more_than, Comparator::at_most,
                              Comparator::less_than, Comparator::equal,     Comparator::range};
  const auto* at = std::ranges::find(all, symbol, directive::symbol);
  ENSURE(at != all.end());
  return *at;
}

// What a person decided about the targets that were read, by number.
void add_decisions(app::AdoptOrder& order, const Asked& asked) {
  for (const auto& one : asked.params.get_or<std::vector<Params>>("targets", {})) {
    const auto number = one.get<std::uint32_t>("number");
    if (const auto* code = one.find<std::string>("indicator")) order.bindings[number] = *code;
    if (one.get_or("unbound", false)) order.bindings[number] = {};
    app::Correction correction;
    correction.left_out = one.get_or("left_out", false);
    if (const auto* symbol = one.find<std::string>("comparator"))
      correction.comparator = comparator_of(*symbol);
    if (const auto* value = one.find<Decimal>("value")) correction.value = *value;
    if (const auto* due = one.find<Date>("due")) correction.due = *due;
    order.corrections[number] = correction;
  }
}

}  // namespace

Result<Content> document_text(const Asked& asked) {
  TRY(const auto document, asked.around.documents.read(asked.request.body, asked.text("file")));
  JsonWriter json = begun(asked);
  json.member("file", asked.text("file")).member("text", document.text);
  return finished(std::move(json));
}

Result<Content> read_directive(const Asked& asked) {
  const auto reading = directive::read(asked.text("text"));
  const target::Binder binder(asked.present.knowledge.catalogue);
  JsonWriter json = begun(asked);
  answer::add_reading(json, reading, binder);
  return finished(std::move(json));
}

Result<Content> adopt_directive(const Asked& asked) {
  app::AdoptOrder order;
  order.text = asked.text("text");
  order.file = asked.text("file");
  order.issuer = asked.text("unit");
  if (const auto* period = asked.params.find<Period>("period")) order.period = *period;
  order.recipients = asked.params.get_or<std::vector<std::string>>("recipients", {});
  add_decisions(order, asked);
  return acted<app::Adoption>(
      asked,
      [&](const auto& keep) {
        return app::adopt_as(asked.around.ports, asked.asker, order, asked.nation().history, keep);
      },
      [&](const app::Adoption& adoption) {
        JsonWriter json = begun(asked);
        json.member("directive", adoption.directive).member("period", adoption.period.str());
        json.key("targets").open_array();
        for (const auto& adopted : adoption.targets) answer::add_target(json, adopted.target);
        json.close_array();
        return finished(std::move(json));
      });
}

Result<Content> give_directive(const Asked& asked) {
  return acted<std::size_t>(
      asked,
      [&](const auto& keep) {
        return app::give_further_as(asked.around.ports, asked.asker, asked.text("directive"),
                                    asked.params.get<std::vector<std::string>>("units"),
                                    asked.nation().history, keep);
      },
      [&](std::size_t count) { return counted(asked, "recipients", count); });
}

Result<Content> bind_target(const Asked& asked) {
  return done(asked, [&](const auto& keep) {
    return app::rebind_as(asked.around.ports, asked.asker, asked.text("target"), asked.text("indicator"),
                          asked.nation().history, keep);
  });
}

Result<Content> set_goals(const Asked& asked) {
  std::vector<app::GoalOrder> orders;
  for (const auto& one : asked.params.get<std::vector<Params>>("goals"))
    orders.push_back({one.text("target"),
                      one.text("unit"),
                      one.get<Decimal>("value"),
                      {{}, 0, "goals[" + std::to_string(orders.size()) + "]"}});
  return acted<std::size_t>(
      asked,
      [&](const auto& keep) { return app::set_goals_as(asked.around.ports, asked.asker, orders, keep); },
      [&](std::size_t set) { return counted(asked, "goals", set); });
}

}  // namespace nucong::http
