// nucong catalogue: what can be counted, asked and measured.
#include "cli/commands.hpp"

namespace nucong::cli {
namespace {

View elements_view(Session& session) {
  const auto& words = session.words();
  View view{{{"code", words.text("column.code"), Align::left, 5},
             {"name", words.text("column.identifier")},
             {"title", words.text("column.title"), Align::left, 30},
             {"unit", words.text("column.measure_unit")},
             {"kind", words.text("column.element_kind")},
             {"periods", words.text("column.periods")}},
            {}};
  for (const auto& e : session.world().knowledge.elements().all()) {
    std::string periods;
    for (const auto kind : e.periods) periods += (periods.empty() ? "" : " ") + std::string(name_of(kind));
    view.rows.push_back({e.code, e.name, words.pick(e.title_vi, e.title_en), words.pick(e.unit_vi, e.unit_en),
                         std::string(indicator::name_of(e.kind)), periods});
  }
  return view;
}

View indicators_view(Session& session) {
  const auto& words = session.words();
  View view{{{"code", words.text("column.code"), Align::left, 10},
             {"title", words.text("column.title"), Align::left, 30},
             {"unit", words.text("column.measure_unit")},
             {"formula", words.text("column.formula"), Align::left, 30}},
            {}};
  for (const auto& i : session.world().knowledge.catalogue.indicators())
    view.rows.push_back({i.code, words.pick(i.title_vi, i.title_en), std::string(indicator::name_of(i.unit)),
                         i.formula.str()});
  return view;
}

View kinds_view(Session& session) {
  const auto& words = session.words();
  View view{{{"code", words.text("column.code")}, {"title", words.text("column.title"), Align::left, 30}},
            {}};
  for (const auto& k : session.world().knowledge.kinds)
    view.rows.push_back({k.code, words.pick(k.title_vi, k.title_en)});
  return view;
}

View forms_view(Session& session) {
  const auto& words = session.words();
  View view{{{"code", words.text("column.code")},
             {"title", words.text("column.title"), Align::left, 30},
             {"figures", words.text("column.figures"), Align::right},
             {"due_days", words.text("column.due_days"), Align::right}},
            {}};
  for (const auto& f : session.world().knowledge.forms)
    view.rows.push_back({f.code, words.pick(f.title_vi, f.title_en),
                         Decimal{static_cast<std::int64_t>(f.asked().size())}, Decimal{f.due_days}});
  return view;
}

View frameworks_view(Session& session) {
  const auto& words = session.words();
  View view{{{"framework", words.text("column.framework")},
             {"code", words.text("column.code"), Align::left, 4},
             {"title", words.text("column.title"), Align::left, 40},
             {"unit", words.text("column.measure_unit")},
             {"year", words.text("column.year"), Align::right, 4},
             {"value", words.text("column.value"), Align::right},
             {"verified", words.text("column.verified")}},
            {}};
  for (const auto& framework : session.world().knowledge.frameworks)
    for (const auto& t : framework.targets)
      for (const auto& v : t.values)
        view.rows.push_back({framework.number, t.code, t.title_vi, t.unit, std::to_string(v.year),
                             v.comparator + " " + format_number(v.value, session.number_style()),
                             words.text(t.verified ? "verified" : "unverified")});
  return view;
}

}  // namespace

void add_catalogue_commands(const CommandLine& program) {
  const CommandLine catalogue = program.command("catalogue", "catalogue");
  const auto add = [&](const std::string& name, View (*view)(Session&)) {
    catalogue.command(name, "catalogue." + name).runs([view](Session& session) {
      return session.print(view(session));
    });
  };
  add("elements", elements_view);
  add("indicators", indicators_view);
  add("kinds", kinds_view);
  add("forms", forms_view);
  add("frameworks", frameworks_view);
}

}  // namespace nucong::cli
