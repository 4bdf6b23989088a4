#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "demo/make.hpp"
#include "demo/packing.hpp"
#include "demo/shape.hpp"
#include "report/submission.hpp"
#include "unit/tree.hpp"
#include "world/app.hpp"

namespace nucong::demo {
namespace {

using ReportKey = std::pair<Slot, Period>;

// The small confederation as the database has it.
struct Small {
  world::App own;
  const app::Knowledge& known = world::knowledge();
  Made made;
  std::vector<unit::UnitEvent> events;
  std::optional<unit::History> history;
  std::map<ReportKey, std::vector<app::StoredReport>> reports;  // by version

  Small() {
    made = make(own.ports, Scale::small).value();
    events = own.database->events().value();
    history = unit::History::replay(events).value();
    const auto keep = [&](const app::StoredReport& one) -> Result<> {
      reports[{one.unit, one.period}].push_back(one);
      return ok();
    };
    EXPECT_TRUE(own.database->each_version(keep).has_value());
  }
};

// Made once for all tests that only read it.
Small& small() {
  static Small made;
  return made;
}

std::map<indicator::Series, std::int64_t> amounts(const app::StoredReport& report) {
  report::Unpacker unpacker(small().known.elements());
  std::vector<report::Figure> figures;
  EXPECT_TRUE(unpacker.unpack(report.figures, figures).has_value());
  std::map<indicator::Series, std::int64_t> found;
  for (const auto& figure : figures) found[figure.series] = figure.amount;
  return found;
}

std::map<std::string, std::size_t> kinds_on(Date day) {
  const unit::Tree tree(*small().history, day);
  std::map<std::string, std::size_t> count;
  for (const Slot slot : tree.order()) ++count[tree.phase(slot).kind];
  return count;
}

std::uint64_t fingerprint(const Small& of) {
  std::uint64_t hash = 0;
  const auto take = [&](std::string_view text) { hash = hash * 0x100000001B3U + seed_of(text); };
  for (const auto& event : of.events)
    for (const std::string& text : {format_date(event.date), std::string(name_of(event.kind)), event.unit,
                                    event.into, event.parent, event.name, event.unit_kind, event.decision})
      take(text);
  for (const auto& [key, versions] : of.reports)
    for (const auto& one : versions)
      for (const std::string& text :
           {one.period.str(), one.form, format_date(one.received), one.figures, one.reasons})
        take(text);
  return hash;
}

TEST(Demo, is_the_same_in_every_run) {
  const Small again;
  EXPECT_EQ(fingerprint(again), fingerprint(small()));
  EXPECT_EQ(again.made.figures, small().made.figures);
}

TEST(Demo, has_stable_totals) {
  const auto& made = small().made;
  RecordProperty("fingerprint", std::to_string(fingerprint(small())));
  EXPECT_EQ(made.units, small().history->size());
  EXPECT_EQ(made.events, small().events.size());
  EXPECT_EQ(made.reports, small().reports.size());
  // Another fingerprint means that everybody's demonstration and every measurement on it changes.
  EXPECT_EQ(fingerprint(small()), 971040582160620429U)
      << made.units << ' ' << made.standing << ' ' << made.events << ' ' << made.reports << ' '
      << made.figures;
}

TEST(Demo, has_about_fifteen_hundred_unions_at_the_small_scale) {
  EXPECT_GE(small().made.units, 1350U);
  EXPECT_LE(small().made.units, 1650U);
  EXPECT_EQ(unit::Tree(*small().history, make_date(2026, 11, 1)).order().size(), small().made.standing);
}

TEST(Demo, fills_only_an_empty_database) {
  const auto again = make(small().own.ports, Scale::small);
  ASSERT_TRUE(again.has_error());
  EXPECT_EQ(again.error().code(), ErrorCode::store_not_empty);
}

TEST(Demo, has_sixty_three_provinces_and_then_thirty_four_and_no_districts) {
  const auto before = kinds_on(make_date(2025, 6, 30));
  auto after = kinds_on(make_date(2025, 7, 1));
  EXPECT_EQ(before.at("provincial"), 63U);
  EXPECT_EQ(after.at("provincial"), 34U);
  EXPECT_GT(before.at("district"), 60U);
  EXPECT_EQ(after.count("district") + after.count("local_sector") + after.count("commune"), 0U);
  EXPECT_EQ(kinds_on(make_date(2025, 6, 14)).at("ministry"), 3U);
  EXPECT_EQ(before.count("ministry"), 0U);
  EXPECT_EQ(kinds_on(make_date(2025, 7, 21)).at("commune"), 45U);
  EXPECT_EQ(kinds_on(make_date(2026, 11, 1)).at("commune"), 52U);
  EXPECT_EQ(kinds_on(make_date(2023, 1, 1)).count("section"), 1U);
}

TEST(Demo, has_every_kind_of_event_and_of_split) {
  std::set<unit::EventKind> kinds;
  std::size_t shared = 0, undivided = 0, own_heirs = 0;
  for (const auto& event : small().events) {
    kinds.insert(event.kind);
    if (event.kind != unit::EventKind::split) continue;
    shared += event.share ? 1U : 0U;
    undivided += event.share ? 0U : 1U;
    own_heirs += event.unit == event.into ? 1U : 0U;
  }
  EXPECT_EQ(kinds.size(), 6U);
  EXPECT_EQ(shared, 4U);
  EXPECT_EQ(undivided, 2U);
  EXPECT_EQ(own_heirs, 1U);
}

TEST(Demo, can_take_its_last_act_back) {
  Small again;
  const auto undone = again.own.database->act([](app::Writer& writer) {
    return writer.undo_events(make_date(2026, 11, 2), [](auto, Date) { return ok(); });
  });
  ASSERT_TRUE(undone.has_value());
  ASSERT_EQ(undone.value().size(), 1U);
  EXPECT_EQ(undone.value().front().kind, unit::EventKind::move);
}

TEST(DemoReports, keep_every_rule_of_the_catalogue) {
  const auto& known = small().known;
  for (const auto& [key, versions] : small().reports)
    for (const auto& one : versions) {
      const auto found = amounts(one);
      const auto value = [&](indicator::Series series) -> std::optional<Decimal> {
        const auto at = found.find(series);
        return at == found.end() ? std::nullopt : std::optional<Decimal>(at->second);
      };
      for (const auto* rule : report::check_rules(known.rules, value))
        ADD_FAILURE() << rule->code << ' ' << small().history->unit(key.first).code << ' ' << one.figures;
    }
}

TEST(DemoReports, give_a_reason_for_every_jump) {
  const auto& known = small().known;
  std::size_t explained = 0;
  for (const auto& [key, versions] : small().reports) {
    const auto last = small().reports.find({key.first, key.second.previous()});
    if (last == small().reports.end()) continue;
    const auto before = amounts(last->second.back());
    for (const auto& one : versions)
      for (const auto& [series, now] : amounts(one)) {
        const auto was = before.find(series);
        if (was == before.end() || !report::is_jump(was->second, now, known.jump)) continue;
        ++explained;
        const std::string line = known.elements().code_of(series) + "\t";
        EXPECT_TRUE(one.reasons.starts_with(line) || one.reasons.find("\n" + line) != std::string::npos)
            << line << one.figures;
      }
  }
  EXPECT_GT(explained, 0U);
}

TEST(DemoReports, are_packed_as_the_report_module_packs) {
  const auto& elements = small().known.elements();
  report::Unpacker unpacker(elements);
  for (const auto& [key, versions] : small().reports) {
    std::vector<report::Figure> figures;
    ASSERT_TRUE(unpacker.unpack(versions.back().figures, figures).has_value());
    ASSERT_TRUE(unpacker.unpack_reasons(versions.back().reasons, figures).has_value());
    ASSERT_EQ(report::pack(figures, elements), versions.back().figures);
    ASSERT_EQ(report::pack_reasons(figures, elements), versions.back().reasons);
    ASSERT_TRUE(std::ranges::is_sorted(figures, {}, &report::Figure::series));
    for (const auto& figure : figures) ASSERT_GE(figure.amount, 0);
  }
}

TEST(DemoReports, know_all_that_the_forms_ask) {
  const auto& known = small().known;
  for (const auto& form : known.forms)
    EXPECT_EQ(Packing(form, known.elements(), known.jump).unknown(), std::vector<std::string>{}) << form.code;
}

TEST(DemoReports, agree_between_the_year_and_its_quarters) {
  const auto& elements = small().known.elements();
  std::size_t compared = 0;
  for (const auto& [key, versions] : small().reports) {
    if (key.second.kind() != PeriodKind::year) continue;
    std::map<indicator::Series, std::int64_t> joined;
    bool complete = true;
    const Date founded = small().history->unit(key.first).founded;
    for (const auto& half : key.second.parts())
      for (const auto& quarter : half.parts()) {
        if (quarter.last() < founded) continue;
        const auto at = small().reports.find({key.first, quarter});
        complete = complete && at != small().reports.end();
        if (!complete) continue;
        for (const auto& [series, amount] : amounts(at->second.back())) {
          const bool stock = elements.element(series.element).kind == indicator::ElementKind::stock;
          joined[series] = stock ? amount : joined[series] + amount;
        }
      }
    if (!complete || joined.empty()) continue;
    const auto year = amounts(versions.back());
    for (const auto& [series, amount] : joined) {
      EXPECT_EQ(year.at(series), amount) << elements.code_of(series);
      ++compared;
    }
  }
  EXPECT_GT(compared, 10'000U);
}

TEST(DemoReports, carry_women_members_from_quarter_to_quarter) {
  const auto& elements = small().known.elements();
  const auto series = [&](std::string_view name) { return elements.parse_series(name).value(); };
  std::size_t compared = 0;
  for (const auto& [key, versions] : small().reports) {
    const auto last = small().reports.find({key.first, key.second.previous()});
    if (key.second.kind() != PeriodKind::quarter || last == small().reports.end()) continue;
    // Where unions joined or divided, members moved without being new or lost.
    if (!std::ranges::none_of(small().events, [&](const unit::UnitEvent& event) {
          const auto& code = small().history->unit(key.first).code;
          return event.into == code && key.second.contains(event.date);
        }))
      continue;
    const auto now = amounts(versions.back());
    const auto was = amounts(last->second.back());
    EXPECT_EQ(now.at(series("women_members")), was.at(series("women_members")) +
                                                   now.at(series("new_women_members")) -
                                                   now.at(series("lost_women_members")));
    ++compared;
  }
  EXPECT_GT(compared, 10'000U);
}

TEST(DemoReports, come_from_who_is_asked_in_time_late_or_not_at_all) {
  std::size_t expected = 0, silent = 0, late = 0, received = 0, corrected = 0;
  for (const auto& [key, versions] : small().reports) {
    const auto& unit = small().history->unit(key.first);
    const auto& kind = unit.phase_on(key.second.last()).kind;
    const auto* form = small().known.form_for(kind, key.second.kind());
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(versions.front().form, form->code);
    EXPECT_TRUE(unit.stands_on(key.second.last())) << unit.code << ' ' << key.second.str();
    EXPECT_GT(versions.front().received, key.second.last());
    EXPECT_LE(versions.back().received, make_date(2026, 11, 1));
    EXPECT_LE(versions.front().received, versions.back().received);
    EXPECT_LE(versions.size(), 2U);
    ++received;
    late += versions.front().received > form->due(key.second) ? 1U : 0U;
    corrected += versions.size() == 2 ? 1U : 0U;
  }
  for (Period quarter = Period::part(PeriodKind::quarter, 2023, 1); quarter.last() < make_date(2026, 10, 1);
       quarter = quarter.next()) {
    const unit::Tree tree(*small().history, quarter.last());
    for (const Slot slot : tree.order()) {
      if (small().known.form_for(tree.phase(slot).kind, PeriodKind::quarter) == nullptr) continue;
      ++expected;
      silent += small().reports.contains({slot, quarter}) ? 0U : 1U;
    }
  }
  const auto permille = [](std::size_t part, std::size_t all) { return part * 1000 / all; };
  EXPECT_GE(permille(silent, expected), 30U);
  EXPECT_LE(permille(silent, expected), 50U);
  EXPECT_GE(permille(late, received), 65U);
  EXPECT_LE(permille(late, received), 95U);
  EXPECT_GE(permille(corrected, received), 15U);
  EXPECT_LE(permille(corrected, received), 25U);
}

TEST(DemoReports, tell_a_plausible_nation) {
  const auto& elements = small().known.elements();
  std::map<std::string, std::int64_t> sum;
  for (const auto& [key, versions] : small().reports)
    if (key.second == Period::year(2025))
      for (const auto& [series, amount] : amounts(versions.back())) sum[elements.name_of(series)] += amount;
  const auto percent = [&](const char* part, const char* all) { return sum.at(part) * 100 / sum.at(all); };
  EXPECT_GE(percent("women_workers", "workers"), 45);
  EXPECT_LE(percent("women_workers", "workers"), 65);
  EXPECT_GE(percent("title_holders", "women_workers"), 83);
  EXPECT_LE(percent("title_holders", "women_workers"), 95);
  EXPECT_GE(percent("grassroots_committees", "eligible_unions"), 65);
  EXPECT_LE(percent("grassroots_committees", "eligible_unions"), 92);
}

}  // namespace
}  // namespace nucong::demo
