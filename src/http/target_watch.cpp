#include "http/target_watch.hpp"

#include "answer/json_writer.hpp"
#include "app/score.hpp"

namespace nucong::http {

void TargetWatch::look_at(std::optional<Slot> branch, const app::Present& present,
                          std::map<std::optional<Slot>, Reached>& now) {
  const auto& history = present.nation.history;
  const auto unit = branch ? branch : history.root();
  if (!unit) return;
  app::ScoreQuestion question{history.unit(*unit).code, Period::year(year_of(present.today)), {}};
  question.tree.kind = app::TreeChoice::Kind::as_is;
  const auto card = app::score(present, question);
  if (!card) return;  // no target was given there, or the unit has ended
  const auto before = reached_.find(branch);
  Reached& reached = now[branch];
  const auto& row = card.value().rows.front();
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (row.cells[i].judgement.status != target::Status::met) continue;
    const auto& id = card.value().targets[i].id;
    reached.insert(id);
    if (before == reached_.end() || before->second.contains(id)) continue;
    answer::JsonWriter json(answer::JsonLayout::one_line);
    // No value: not all who listen are told small counts, and the card tells it to those who are.
    json.open_object().member("unit", row.unit).member("target", id);
    json.member("goal", row.cells[i].goal).close_object();
    feed_.tell(branch, "target", present.nation.sequence, std::move(json));
  }
}

void TargetWatch::look(const app::Present& present) {
  const auto heard = feed_.branches();
  std::map<std::optional<Slot>, Reached> now;
  for (const auto& branch : heard) {
    const auto known = reached_.find(branch);
    if (seen_ == present.nation.sequence && known != reached_.end())
      now.insert(*known);
    else
      look_at(branch, present, now);
  }
  reached_ = std::move(now);
  seen_ = present.nation.sequence;
}

}  // namespace nucong::http
