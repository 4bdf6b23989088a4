#include <algorithm>

#include "answer/scorecard.hpp"
#include "base/text.hpp"
#include "cli/answer_views.hpp"
#include "cli/wording.hpp"

namespace nucong::cli {
namespace {

std::string as_json(const app::Scorecard& card, const Period& period) {
  JsonWriter json;
  json.open_object();
  answer::add_scorecard(json, card, period);
  return std::move(json.close_object()).take();
}

std::string told_cell(const app::ScoreCell& cell, NumberStyle style) {
  return told_value(cell.value, cell.value_unit, style) + " " + std::string(sign_of(cell.judgement.status));
}

// The columns of the targets [from, to), with who it is about before them.
View block(Session& session, const app::Scorecard& card, std::size_t from, std::size_t to) {
  const auto& words = session.words();
  View view{{{"unit", words.text("column.unit"), Align::left, 6},
             {"name", words.text("column.name"), Align::left, 14},
             {"reported", words.text("column.reported"), Align::right}},
            {}};
  for (std::size_t i = from; i < to; ++i)
    view.columns.push_back({card.targets[i].id, card.targets[i].id, Align::right, 11});
  for (const auto& row : card.rows) {
    const std::string asked = session.number(Decimal{row.units_expected});
    const std::string reported = session.number(Decimal{row.units_reported}) + "/" + asked;
    std::vector<ViewValue> line = {row.unit, row.name, row.units_expected > 0 ? reported : "–"};
    for (std::size_t i = from; i < to; ++i) line.push_back(told_cell(row.cells[i], session.number_style()));
    view.rows.push_back(std::move(line));
  }
  return view;
}

Result<> legend(Session& session, const app::Scorecard& card) {
  for (const auto& t : card.targets) {
    std::string what = t.subject + (t.subject.empty() || t.measure.empty() ? "" : " ") + t.measure;
    std::ranges::replace(what, '\n', ' ');
    const std::string line =
        t.id + "  " + told_aim(t.comparator, t.value, t.value_max, t.unit, t.noun, session.number_style()) +
        "  " + what + " (" + format_date_vi(t.due) + ")";
    const auto width = session.world().out_width;
    TRY(session.print((width > 0 ? cut_to_width(line, width) : line) + "\n"));
  }
  return session.say("score.signs");
}

}  // namespace

Result<> print_scorecard(Session& session, const app::Scorecard& card, const Period& period) {
  if (session.options().format == Format::json) return session.print(as_json(card, period));
  if (session.options().format == Format::csv) return session.print(answer::scorecard_rows(card, period));
  constexpr std::size_t before_targets = 44;
  constexpr std::size_t each_target = 13;
  const std::size_t width = session.world().out_width > 0 ? session.world().out_width : 160;
  const std::size_t fitting =
      std::max<std::size_t>(1, (std::max(width, before_targets) - before_targets) / each_target);
  TRY(session.say("score.heading", {{"period", period.str()}, {"tree", format_date_vi(card.tree_day)}}));
  for (std::size_t from = 0; from < card.targets.size(); from += fitting) {
    TRY(session.print(block(session, card, from, std::min(from + fitting, card.targets.size()))));
    TRY(session.print("\n"));
  }
  return legend(session, card);
}

}  // namespace nucong::cli
