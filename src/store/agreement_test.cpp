// The same random acts on every engine get the same answers.
#include <random>

#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

std::string text_of(const unit::UnitEvent& e) {
  return format_date(e.date) + std::string(unit::name_of(e.kind)) + e.unit + "|" + e.into + "|" + e.parent +
         "|" + e.name;
}

std::string text_of(const app::StoredReport& r) {
  return std::to_string(r.unit.value) + "/" + r.period.str() + "/" + std::to_string(r.version) + "/" +
         r.figures + "/" + std::to_string(r.sequence);
}

std::string text_of(const Error& error) {
  std::string text(dotted(error.code()));
  for (const auto& one : error.params()) text += " " + one.name + "=" + one.value;
  return text;
}

template <class T>
std::string text_of(const Result<T>& result) {
  if (!result) return text_of(result.error());
  if constexpr (std::is_same_v<T, std::string>) return result.value();
  if constexpr (std::is_integral_v<T>) return std::to_string(result.value());
  if constexpr (std::is_same_v<T, std::vector<unit::UnitEvent>>) {
    std::string text;
    for (const auto& event : result.value()) text += text_of(event) + "\n";
    return text;
  }
}

/// Everything that can be asked.
std::string state_of(app::Database& database) {
  std::string text = text_of(database.events());
  for (const auto& one : reports_in(database, make_date(2024, 2, 1), make_date(2024, 8, 1)))
    text += text_of(one) + "\n";
  for (const auto& one : all_versions(database)) text += text_of(one) + "\n";
  const auto latest = database.latest().value();
  for (const auto& one : reports_since(database, latest / 2)) text += text_of(one) + "\n";
  const auto directives = database.directives().value();
  for (const auto& one : directives) {
    text += one.id + " " + one.text;
    for (const auto& target : one.targets) text += " " + target.id + "=" + target.indicator;
  }
  const auto goals = database.goals().value();
  for (const auto& goal : goals)
    text += std::to_string(goal.unit.value) + goal.target + (goal.value ? goal.value->str() : "-") + "\n";
  const auto acts = database.acts(0).value();
  for (const auto& act : acts)
    text += std::to_string(act.sequence) + act.kind + format_date(act.day) + act.summary + " " +
            std::to_string(act.rows) + "\n";
  return text;
}

class RandomAct {
 public:
  explicit RandomAct(std::uint32_t seed) : random_(seed) {}

  /// The answer. Every database is asked with a copy of the same RandomAct.
  std::string on(app::Database& database) {
    switch (below(7)) {
      case 0: {
        const auto known = database.events().value().size();
        std::vector<unit::UnitEvent> batch(1 + below(3), world::event("2024-01-01 found X"));
        for (auto& event : batch) event.unit = "U" + std::to_string(below(1000));
        return text_of(record_events(database, batch, known + (below(5) == 0 ? 1 : 0), today));
      }
      case 1:
        return below(3) == 0 ? text_of(undo_events(database, today)) : "";
      case 2: {
        static const std::vector<std::string> texts = {"a", "b", "c"};
        return text_of(
            adopt(database, directive(below(3), below(2) == 0 ? "2025" : "2026", texts[below(3)])));
      }
      case 3:
        return text_of(bind_target(database, target_id(), "I" + std::to_string(below(9)), today));
      case 4: {
        std::vector<target::Goal> goals(below(4));
        for (auto& goal : goals) goal = {Slot(below(6)), target_id(), Decimal(below(100))};
        return text_of(set_goals(database, goals, today));
      }
      default:
        return text_of(below(4) == 0 ? import_reports(database) : submit(database, reports(database), today));
    }
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }
  std::string target_id() { return "D" + std::to_string(1 + below(3)) + "." + std::to_string(1 + below(3)); }

  // Mostly versions that follow, sometimes one that does not.
  std::vector<app::StoredReport> reports(app::Database& database) {
    static const std::vector<std::string> periods = {"2024-Q1", "2024-Q2",    "2024-01",
                                                     "2024",    "2024..2024", "2023..2028"};
    std::vector<app::StoredReport> batch;
    for (auto left = below(5); left > 0; --left) {
      auto one = report(below(5), periods[below(6)]);
      const auto stored = database.versions(one.unit, one.period).value().size();
      one.version = static_cast<std::uint32_t>(stored) + 1 + (below(15) == 0 ? 1 : 0);
      one.figures = "A03=" + std::to_string(below(1000));
      batch.push_back(one);
    }
    return batch;
  }

  // One report a portion.
  Result<app::Sequence> import_reports(app::Database& database) {
    const auto batch = reports(database);
    return database.import_reports(
        [&](const app::ReportPut& put) -> Result<> {
          for (const auto& one : batch) {
            TRY(put({&one, 1}));
          }
          return ok();
        },
        today);
  }

  std::mt19937 random_;
};

TEST(Agreement, all_engines_answer_alike) {
  Home memory("memory");
  std::vector<std::unique_ptr<Home>> others;
  others.push_back(std::make_unique<Home>("sqlite"));
  if (scratch::server()) others.push_back(std::make_unique<Home>("postgresql"));
  RandomAct act(7);
  for (int step = 0; step < 300; ++step) {
    RandomAct next = act;
    const std::string answer = next.on(memory.database());
    const std::string state = step % 10 == 9 ? state_of(memory.database()) : "";
    for (const auto& other : others) {
      RandomAct same = act;
      ASSERT_EQ(same.on(other->database()), answer) << other->url() << " at step " << step;
      if (step % 10 != 9) continue;
      ASSERT_EQ(state_of(other->database()), state) << other->url() << " at step " << step;
    }
    if (step % 50 == 49) others.front()->reopen();
    act = next;
  }
  for (const auto& other : others) EXPECT_TRUE(other->database().verify().value().empty());
}

}  // namespace
}  // namespace nucong::store
