// The contract of directives, targets and goals.
#include "store/contract_test.hpp"

namespace nucong::store {
namespace {

using testing::ElementsAre;

target::Target full_target() {
  target::Target made;
  made.quote = "từ 90 đến 95% nữ đoàn viên";
  made.begin = 3'000'000'000;
  made.end = 3'000'000'030;
  made.comparator = directive::Comparator::range;
  made.value = Decimal::parse("90.5").value();
  made.value_max = Decimal::parse("95.000000001").value();
  made.unit = directive::Quantity::percent;
  made.noun = "người";
  made.subject = "nữ đoàn viên";
  made.measure = "đạt danh hiệu";
  made.per_unit = true;
  made.baseline_change = true;
  made.starts = make_date(2023, 12, 31);
  made.due = make_date(2028, 6, 30);
  made.indicator = "I04";
  return made;
}

void expect_same(const target::Target& found, const target::Target& expected) {
  EXPECT_EQ(found.quote, expected.quote);
  EXPECT_EQ(found.begin, expected.begin);
  EXPECT_EQ(found.end, expected.end);
  EXPECT_EQ(found.comparator, expected.comparator);
  EXPECT_EQ(found.value, expected.value);
  EXPECT_EQ(found.value_max, expected.value_max);
  EXPECT_EQ(found.unit, expected.unit);
  EXPECT_EQ(found.noun, expected.noun);
  EXPECT_EQ(found.subject, expected.subject);
  EXPECT_EQ(found.measure, expected.measure);
  EXPECT_EQ(found.per_unit, expected.per_unit);
  EXPECT_EQ(found.baseline_change, expected.baseline_change);
  EXPECT_EQ(found.starts, expected.starts);
  EXPECT_EQ(found.due, expected.due);
  EXPECT_EQ(found.indicator, expected.indicator);
}

/// "unit target value" for each goal, in order.
std::vector<std::string> lines(const std::vector<target::Goal>& goals) {
  std::vector<std::string> all;
  for (const auto& goal : goals)
    all.push_back(std::to_string(goal.unit.value) + " " + goal.target + " " +
                  (goal.value ? goal.value->str() : "-"));
  return all;
}

TEST_P(DatabaseContract, keeps_the_recipients_of_a_directive_and_adds_further_ones) {
  auto chosen = directive(7, "2026", "Giao cho một số đơn vị");
  chosen.recipients = {Slot(9U), Slot(12U)};
  ASSERT_EQ(adopt(database(), chosen).value(), "D1");
  ASSERT_EQ(adopt(database(), directive(7, "2026", "Giao cho cả nhánh")).value(), "D2");
  const auto before = database().latest().value();
  const std::vector further = {Slot(12U), Slot(3U)};
  EXPECT_EQ(give(database(), "D1", further, make_date(2026, 2, 1)).value(), before + 1);
  EXPECT_EQ(give(database(), "D1", further, make_date(2026, 2, 2)).value(), before + 1) << "they have it";
  EXPECT_EQ(give(database(), "D7", further, make_date(2026, 2, 1)).error().code(),
            ErrorCode::directive_unknown);
  const auto found = database().directives().value();
  EXPECT_THAT(found[0].recipients, ElementsAre(Slot(3U), Slot(9U), Slot(12U)));
  EXPECT_TRUE(found[1].recipients.empty());
  EXPECT_EQ(database().acts(before).value().front().summary, "D1: 1 unit");
}

TEST_P(DatabaseContract, keeps_a_directive_with_its_targets_and_citations) {
  auto given = directive(7, "2023..2028", "Dòng một\r\nDòng hai\t\\. \\N :x");
  given.targets = {full_target(), target::Target()};
  given.citations = {{.span = {5, 20},
                      .quote = "Nghị quyết 6b/NQ-BCH",
                      .type = directive::CitationType::resolution,
                      .number = "6b/NQ-BCH",
                      .date = make_date(2011, 1, 29),
                      .issuer = "Tổng Liên đoàn",
                      .title = "Về công tác nữ"},
                     {.span = {},
                      .quote = "",
                      .type = directive::CitationType::other,
                      .number = "",
                      .date = {},
                      .issuer = {},
                      .title = {}}};
  ASSERT_EQ(adopt(database(), given).value(), "D1");
  home().reopen();
  const auto all = database().directives().value();
  ASSERT_EQ(all.size(), 1U);
  const auto& found = all[0];
  EXPECT_EQ(found.id, "D1");
  EXPECT_EQ(found.issuer, Slot(7U));
  EXPECT_EQ(found.file, "41.txt");
  EXPECT_EQ(found.number, "41/HD-TLĐ");
  EXPECT_EQ(found.title, "Hướng dẫn");
  EXPECT_EQ(found.period, period("2023..2028"));
  EXPECT_EQ(found.adopted, today);
  EXPECT_EQ(found.text, given.text);
  ASSERT_EQ(found.targets.size(), 2U);
  EXPECT_EQ(found.targets[0].id, "D1.1");
  EXPECT_EQ(found.targets[1].id, "D1.2");
  expect_same(found.targets[0], full_target());
  expect_same(found.targets[1], target::Target());
  ASSERT_EQ(found.citations.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(found.citations[i].span, given.citations[i].span);
    EXPECT_EQ(found.citations[i].quote, given.citations[i].quote);
    EXPECT_EQ(found.citations[i].type, given.citations[i].type);
    EXPECT_EQ(found.citations[i].number, given.citations[i].number);
    EXPECT_EQ(found.citations[i].date, given.citations[i].date);
    EXPECT_EQ(found.citations[i].issuer, given.citations[i].issuer);
    EXPECT_EQ(found.citations[i].title, given.citations[i].title);
  }
}

TEST_P(DatabaseContract, stores_every_comparator_quantity_and_type_of_citation) {
  auto given = directive(0);
  given.targets.clear();
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(directive::Comparator::range); ++i)
    given.targets.emplace_back().comparator = static_cast<directive::Comparator>(i);
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(directive::Quantity::other); ++i)
    given.targets.emplace_back().unit = static_cast<directive::Quantity>(i);
  for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(directive::CitationType::other); ++i)
    given.citations.emplace_back().type = static_cast<directive::CitationType>(i);
  ASSERT_TRUE(adopt(database(), given).has_value());
  const auto all = database().directives().value();
  ASSERT_EQ(all.at(0).targets.size(), given.targets.size());
  for (std::size_t i = 0; i < given.targets.size(); ++i) expect_same(all[0].targets[i], given.targets[i]);
  ASSERT_EQ(all[0].citations.size(), given.citations.size());
  for (std::size_t i = 0; i < given.citations.size(); ++i)
    EXPECT_EQ(all[0].citations[i].type, given.citations[i].type);
}

TEST_P(DatabaseContract, adopts_the_same_text_once_for_an_issuer_and_a_period) {
  ASSERT_EQ(adopt(database(), directive(0, "2025")).value(), "D1");
  ASSERT_EQ(adopt(database(), directive(0, "2026")).value(), "D2");
  ASSERT_EQ(adopt(database(), directive(1, "2026")).value(), "D3");
  ASSERT_EQ(adopt(database(), directive(0, "2026", "Khác")).value(), "D4");
  const auto refused = adopt(database(), directive(0, "2026"));
  EXPECT_EQ(code(refused), ErrorCode::directive_adopted);
  EXPECT_EQ(param(refused, "directive"), "D2");
  EXPECT_EQ(database().directives().value().size(), 4U);
  EXPECT_EQ(database().goals().value().size(), 8U);
  EXPECT_EQ(database().acts(0).value().size(), 4U);
}

TEST_P(DatabaseContract, binds_a_target_to_another_indicator) {
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  ASSERT_TRUE(adopt(database(), directive(1)).has_value());
  ASSERT_TRUE(bind_target(database(), "D2.1", "I07", today).has_value());
  const auto all = database().directives().value();
  EXPECT_EQ(all.at(1).targets.at(0).indicator, "I07");
  EXPECT_EQ(all.at(1).targets.at(1).indicator, "");
  EXPECT_EQ(all.at(0).targets.at(0).indicator, "");
  const auto refused = bind_target(database(), "D2.3", "I07", today);
  EXPECT_EQ(code(refused), ErrorCode::target_unknown);
  EXPECT_EQ(param(refused, "target"), "D2.3");
}

TEST_P(DatabaseContract, a_later_goal_takes_the_place_of_an_earlier_one) {
  ASSERT_TRUE(adopt(database(), directive(3)).has_value());
  ASSERT_TRUE(
      set_goals(database(), std::vector<target::Goal>{{Slot(4U), "D1.1", 95}, {Slot(3U), "D1.1", 91}}, today)
          .has_value());
  EXPECT_THAT(lines(database().goals().value()), ElementsAre("3 D1.1 91", "4 D1.1 95", "3 D1.2 -"));
  const auto half = Decimal::parse("97.5").value();
  ASSERT_TRUE(set_goals(database(),
                        std::vector<target::Goal>{
                            {Slot(4U), "D1.1", 96}, {Slot(3U), "D1.1", {}}, {Slot(4U), "D1.1", half}},
                        today)
                  .has_value());
  home().reopen();
  EXPECT_THAT(lines(database().goals().value()), ElementsAre("3 D1.1 -", "4 D1.1 97.5", "3 D1.2 -"));
}

TEST_P(DatabaseContract, orders_goals_by_target_as_people_count_then_by_unit) {
  auto many = directive(20);
  many.targets.resize(11);
  for (int i = 0; i < 11; ++i) {
    many.text += "!";
    ASSERT_TRUE(adopt(database(), many).has_value());
  }
  ASSERT_TRUE(set_goals(database(),
                        std::vector<target::Goal>{{Slot(9U), "D10.2", {}}, {Slot(100U), "D10.2", {}}}, today)
                  .has_value());
  const auto all = lines(database().goals().value());
  ASSERT_EQ(all.size(), 123U);
  EXPECT_EQ(all[1], "20 D1.2 -");
  EXPECT_EQ(all[9], "20 D1.10 -");
  EXPECT_EQ(all[11], "20 D2.1 -");
  EXPECT_THAT(std::vector(all.begin() + 100, all.begin() + 103),
              ElementsAre("9 D10.2 -", "20 D10.2 -", "100 D10.2 -"));
}

TEST_P(DatabaseContract, a_batch_with_an_unknown_target_leaves_nothing) {
  ASSERT_TRUE(adopt(database(), directive(0)).has_value());
  const auto refused =
      set_goals(database(), std::vector<target::Goal>{{Slot(1U), "D1.1", 95}, {Slot(1U), "D9.1", 95}}, today);
  EXPECT_EQ(code(refused), ErrorCode::target_unknown);
  EXPECT_EQ(param(refused, "target"), "D9.1");
  EXPECT_EQ(database().goals().value().size(), 2U);
  EXPECT_EQ(database().acts(0).value().size(), 1U);
}

}  // namespace
}  // namespace nucong::store
