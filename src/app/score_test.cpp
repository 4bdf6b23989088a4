#include "app/score.hpp"

#include <gtest/gtest.h>

#include "app/adopt.hpp"
#include "app/ask_value.hpp"
#include "world/app.hpp"

namespace nucong::app {
namespace {

using world::App;

class Scoring : public ::testing::Test {
 protected:
  Scoring() {
    app.found(world::two_provinces);
    const auto adopted =
        adopt(app.ports, {"Hướng dẫn năm 2026\n\nPhấn đấu 90% trở lên nữ đoàn viên đạt danh hiệu \"Giỏi việc "
                          "nước, đảm việc nhà\".\n"
                          "Mỗi công đoàn cơ sở tổ chức ít nhất 01 hoạt động chăm lo cho nữ đoàn viên.\n",
                          "x.txt",
                          "VN",
                          {},
                          {}});
    if (adopted.has_error() || adopted.value().targets.size() != 2) throw std::logic_error("not adopted");
    for (const auto& target : adopted.value().targets)
      formulas.push_back(world::knowledge().catalogue.indicator(target.target.indicator).value()->formula);
  }

  std::string statuses(const std::string& unit, const std::string& period, const std::string& rows) {
    const auto card =
        score(app.ports, {unit, Period::parse(period).value(), Rows::parse(rows).value(), {}, {}, {}});
    if (card.has_error()) return App::fault(card);
    std::string text;
    for (const auto& row : card.value().rows) {
      text += row.unit + ":";
      for (const auto& cell : row.cells) text += " " + std::string(target::name_of(cell.judgement.status));
      text += "; ";
    }
    return text;
  }

  App app;
  std::vector<indicator::Formula> formulas;
};

TEST_F(Scoring, without_figures_nothing_is_judged) {
  EXPECT_EQ(statuses("VN", "2026-Q3", "self"), "VN: no_data no_data; ");
}

TEST_F(Scoring, at_least_one_in_each_unit_is_met_only_when_all_have_it) {
  const auto& elements = world::knowledge().elements();
  const auto cares = elements.code_of(formulas[1].series_used().front());
  app.tell("A,2026-Q1," + cares + ",1\nC,2026-Q2," + cares + ",2\n");
  EXPECT_EQ(statuses("VN", "2026-Q3", "child"), "P: no_data behind; Q: no_data met; ");
  app.tell("B,2026-Q3," + cares + ",1\n");
  EXPECT_EQ(statuses("P", "2026-Q3", "self"), "P: no_data met; ");
}

TEST_F(Scoring, nothing_is_missed_before_its_time_is_over) {
  const auto cares = world::knowledge().elements().code_of(formulas[1].series_used().front());
  app.tell("A,2026-Q1," + cares + ",1\n");
  app.clock.day = make_date(2026, 11, 1);
  EXPECT_EQ(statuses("VN", "2026", "self"), "VN: no_data behind; ");
  app.clock.day = make_date(2027, 1, 1);
  EXPECT_EQ(statuses("VN", "2026", "self"), "VN: no_data missed; ");
}

TEST_F(Scoring, rows_can_be_a_level) {
  EXPECT_EQ(statuses("VN", "2026", "level:2"),
            "A: no_data no_data; B: no_data no_data; C: no_data no_data; ");
  EXPECT_EQ(Rows::parse("level:").error().code(), ErrorCode::usage);
  EXPECT_EQ(Rows::parse("sibling").error().code(), ErrorCode::usage);
}

class ScoringSome : public Scoring {
 protected:
  ScoringSome() {
    AdoptOrder order{.text = "Năm 2026, phấn đấu có ít nhất 85% cán bộ nữ công được tập huấn nghiệp vụ.\n",
                     .file = "y.txt",
                     .issuer = "VN"};
    order.recipients = {"A", "C"};
    const auto adopted = adopt(app.ports, order);
    if (adopted.has_error() || adopted.value().targets.size() != 1) throw std::logic_error("not adopted");
    target = adopted.value().targets.front().target;
    formula = world::knowledge().catalogue.indicator(target.indicator).value()->formula;
  }

  // "VN: 12/20; P: 2/10; ": what each row was measured by; "-" for one that was not given the target.
  std::string measured(const std::string& unit, const std::string& rows) {
    const auto card = score(app.ports, {unit, Period::year(2026), Rows::parse(rows).value(), {}, {}, "D2"});
    if (card.has_error()) return App::fault(card);
    std::string text;
    for (const auto& row : card.value().rows) {
      const auto& cell = row.cells.front();
      text += row.unit + ": ";
      text += cell.judgement.status == target::Status::not_given
                  ? "-"
                  : cell.numerator.value().str() + "/" + cell.denominator.value().str() +
                        (cell.partial ? " in part" : "");
      text += "; ";
    }
    return text;
  }

  target::Target target;
  std::optional<indicator::Formula> formula;
};

TEST_F(ScoringSome, counts_those_alone_to_whom_the_directive_was_given) {
  const auto trained = world::knowledge().elements().code_of(formula->series_used().front());
  app.tell("A,2026-Q3," + trained + ",10\nB,2026-Q3," + trained + ",10\nC,2026-Q3," + trained + ",0\n");
  EXPECT_EQ(measured("VN", "self"), "VN: 1/2 in part; ");
  EXPECT_EQ(measured("VN", "child"), "P: 1/1 in part; Q: 0/1 in part; ");
  EXPECT_EQ(measured("P", "child"), "A: 1/1; B: -; ");
  EXPECT_EQ(measured("B", "self"), "target.none");
  ValueQuestion value{"VN", target.indicator, Period::year(2026), {}};
  value.directive = "D2";
  EXPECT_EQ(ask_value(app.ports, value).value().denominator, Decimal{2});
  value.directive = "D9";
  EXPECT_EQ(ask_value(app.ports, value).error().code(), ErrorCode::directive_unknown);
}

TEST_F(ScoringSome, further_units_can_be_given_it_later) {
  EXPECT_EQ(give_further(app.ports, "D2", {"B", "A"}).value(), 3U);
  EXPECT_NE(statuses("B", "2026", "self"), "B: no_data no_data; ") << "the third target is there too";
  EXPECT_EQ(give_further(app.ports, "D1", {"B"}).error().code(), ErrorCode::directive_given_to_all);
  EXPECT_EQ(give_further(app.ports, "D2", {"NO"}).error().code(), ErrorCode::unit_unknown);
}

TEST_F(Scoring, refuses_what_was_never_given) {
  EXPECT_EQ(statuses("VN", "2024", "self"), "target.none");
  EXPECT_EQ(statuses("NO", "2026", "self"), "unit.unknown");
}

}  // namespace
}  // namespace nucong::app
