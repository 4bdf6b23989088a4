// The contract of what others do while an import is under way.
#include "store/accounts_contract_test.hpp"
#include "store/threads_test.hpp"
#include "store/work_contract_test.hpp"

namespace nucong::store {
namespace {

using report::StepKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class WhileImporting : public DatabaseContract {
 protected:
  void SetUp() override {
    DatabaseContract::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(
        submit(database(), std::vector{report(1, "2024-Q1"), report(2, "2024-Q1")}, today).has_value());
  }
  /// What an import answers that brings the second report of units 1 and 2 in two portions, while somebody
  /// else does something in between.
  Result<app::Sequence> import_while(const std::function<void(app::Database&)>& something) {
    auto& others = home().elsewhere();
    return database().import_reports(
        [&](const app::ReportPut& put) -> Result<> {
          TRY(put(std::vector{report(1, "2024-Q1", 2), report(5, "2024-Q1")}));
          on_another_thread([&] { something(others); });
          return put(std::vector{report(2, "2024-Q1", 2)});
        },
        today);
  }
  void expect_versions(const std::vector<std::string>& expected) {
    EXPECT_EQ(names(all_versions(database())), expected);
    EXPECT_EQ(names(all_versions(home().elsewhere())), expected);
    EXPECT_THAT(database().verify().value(), IsEmpty());
  }
  /// Numbers from 1 on, and what each act brought.
  void expect_acts(const std::vector<std::uint64_t>& rows) {
    const auto acts = database().acts(0).value();
    ASSERT_EQ(acts.size(), rows.size());
    for (std::size_t i = 0; i < acts.size(); ++i) {
      EXPECT_EQ(acts[i].sequence, i + 1);
      EXPECT_EQ(acts[i].rows, rows[i]) << i + 1;
    }
    EXPECT_EQ(database().latest().value(), rows.size());
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, WhileImporting, testing::Values("memory", "sqlite", "postgresql"),
                         [](const auto& engine) { return engine.param; });

TEST_P(WhileImporting, other_reports_are_sent_and_take_the_next_numbers) {
  const auto imported = import_while([&](app::Database& others) {
    EXPECT_EQ(submit(others, std::vector{report(7, "2024-Q1"), report(1, "2024-Q2")}, today).value(), 2U);
    EXPECT_EQ(adopt(others, directive(0)).value(), "D1");
    EXPECT_EQ(submit(others, std::vector{report(7, "2024-Q1", 2)}, today).value(), 4U);
    EXPECT_EQ(code(submit(others, std::vector{report(7, "2024-Q1", 2)}, today)),
              ErrorCode::report_version_changed);
    EXPECT_EQ(others.save_draft(draft(2), 0).value(), 1U);
  });
  EXPECT_EQ(imported.value(), 5U);
  expect_acts({2, 2, 0, 1, 3});
  expect_versions({"1/2024-Q1/v1", "1/2024-Q1/v2", "1/2024-Q2/v1", "2/2024-Q1/v1", "2/2024-Q1/v2",
                   "5/2024-Q1/v1", "7/2024-Q1/v1", "7/2024-Q1/v2"});
  EXPECT_THAT(names(reports_since(database(), 4)),
              ElementsAre("1/2024-Q1/v2", "2/2024-Q1/v2", "5/2024-Q1/v1"));
}

TEST_P(WhileImporting, a_report_that_somebody_corrects_after_its_portion_refuses_the_import) {
  const auto refused = import_while([&](app::Database& others) {
    EXPECT_EQ(submit(others, std::vector{report(1, "2024-Q1", 2, "A03=somebody's")}, today).value(), 2U)
        << "what is staged stands in nobody's way";
  });
  EXPECT_EQ(code(refused), ErrorCode::report_version_changed);
  EXPECT_EQ(param(refused, "unit"), "1");
  EXPECT_EQ(param(refused, "period"), "2024-Q1");
  expect_acts({2, 1});
  expect_versions({"1/2024-Q1/v1", "1/2024-Q1/v2", "2/2024-Q1/v1"});
  EXPECT_EQ(database().versions(Slot(1U), period("2024-Q1")).value().at(1).figures, "A03=somebody's");
  EXPECT_EQ(submit(database(), std::vector{report(5, "2024-Q1")}, today).value(), 3U);
}

TEST_P(WhileImporting, a_first_report_that_somebody_sends_after_its_portion_refuses_the_import) {
  const auto refused = import_while([&](app::Database& others) {
    EXPECT_EQ(submit(others, std::vector{report(5, "2024-Q1")}, today).value(), 2U);
    EXPECT_EQ(submit(others, std::vector{report(5, "2024-Q1", 2)}, today).value(), 3U);
  });
  EXPECT_EQ(code(refused), ErrorCode::report_version_changed);
  EXPECT_EQ(param(refused, "unit"), "5");
  expect_acts({2, 1, 1});
  expect_versions({"1/2024-Q1/v1", "2/2024-Q1/v1", "5/2024-Q1/v1", "5/2024-Q1/v2"});
}

TEST_P(WhileImporting, a_report_that_somebody_corrects_before_its_portion_refuses_the_portion) {
  const auto refused = import_while([&](app::Database& others) {
    EXPECT_EQ(submit(others, std::vector{report(2, "2024-Q1", 2)}, today).value(), 2U);
  });
  EXPECT_EQ(code(refused), ErrorCode::report_version_changed);
  EXPECT_EQ(param(refused, "unit"), "2");
  expect_acts({2, 1});
  expect_versions({"1/2024-Q1/v1", "2/2024-Q1/v1", "2/2024-Q1/v2"});
}

TEST_P(WhileImporting, a_report_that_somebody_signs_after_its_portion_refuses_the_import) {
  const auto refused = import_while([&](app::Database& others) {
    EXPECT_EQ(freeze(others, step(StepKind::signed_off, 1, 1), "text", "digest", today).value(), 2U)
        << "what is staged is not the current version";
  });
  EXPECT_EQ(code(refused), ErrorCode::report_signed);
  EXPECT_EQ(param(refused, "unit"), "1");
  EXPECT_EQ(param(refused, "period"), "2024-Q1");
  expect_acts({2, 1});
  expect_versions({"1/2024-Q1/v1", "2/2024-Q1/v1"});
}

TEST_P(WhileImporting, a_report_that_was_signed_and_opened_again_does_not_refuse_it) {
  const auto imported = import_while([&](app::Database& others) {
    EXPECT_TRUE(freeze(others, step(StepKind::signed_off, 1, 1), "text", "digest", today).has_value());
    EXPECT_TRUE(add_step(others, step(StepKind::reopened, 1, 2), today).has_value());
  });
  EXPECT_EQ(imported.value(), 4U);
  expect_acts({2, 1, 1, 3});
  expect_versions({"1/2024-Q1/v1", "1/2024-Q1/v2", "2/2024-Q1/v1", "2/2024-Q1/v2", "5/2024-Q1/v1"});
}

TEST_P(WhileImporting, of_two_imports_of_one_report_the_one_that_ends_first_is_kept) {
  const auto second = import_while([&](app::Database& others) {
    const auto first = others.import_reports(
        [](const app::ReportPut& put) {
          return put(std::vector{report(5, "2024-Q1"), report(6, "2024-Q1")});
        },
        today);
    EXPECT_EQ(first.value(), 2U);
  });
  EXPECT_EQ(code(second), ErrorCode::report_version_changed);
  EXPECT_EQ(param(second, "unit"), "5");
  expect_acts({2, 2});
  expect_versions({"1/2024-Q1/v1", "2/2024-Q1/v1", "5/2024-Q1/v1", "6/2024-Q1/v1"});
}

TEST_P(WhileImporting, two_imports_of_other_reports_are_numbered_as_they_end) {
  const auto second = import_while([&](app::Database& others) {
    const auto first = others.import_reports(
        [](const app::ReportPut& put) { return put(std::vector{report(6, "2024-Q1")}); }, today);
    EXPECT_EQ(first.value(), 2U);
  });
  EXPECT_EQ(second.value(), 3U);
  expect_acts({2, 1, 3});
  EXPECT_THAT(names(reports_since(database(), 1)),
              ElementsAre("6/2024-Q1/v1", "1/2024-Q1/v2", "2/2024-Q1/v2", "5/2024-Q1/v1"));
}

// Days are those of acts, not of the clock: another import's day must not make this one seem forgotten.
TEST_P(WhileImporting, an_import_of_a_much_later_day_leaves_it_whole_or_refused) {
  const auto imported = import_while([&](app::Database& others) {
    const auto later = others.import_reports(
        [](const app::ReportPut& put) { return put(std::vector{report(6, "2024-Q1")}); },
        today + std::chrono::days(400));
    EXPECT_EQ(later.value(), 2U);
  });
  if (imported) {
    expect_acts({2, 1, 3});
    expect_versions(
        {"1/2024-Q1/v1", "1/2024-Q1/v2", "2/2024-Q1/v1", "2/2024-Q1/v2", "5/2024-Q1/v1", "6/2024-Q1/v1"});
  } else {
    expect_acts({2, 1});
    expect_versions({"1/2024-Q1/v1", "2/2024-Q1/v1", "6/2024-Q1/v1"});
  }
}

TEST_P(WhileImporting, a_unit_whose_first_report_is_on_its_way_is_not_taken_back_under_it) {
  const auto founding = world::events(
      "2023-01-01 found VN kind=x\n2023-01-01 found A parent=VN kind=x\n2023-01-01 found B parent=VN kind=x\n"
      "2023-01-01 found C parent=VN kind=x\n2023-01-01 found D parent=VN kind=x");
  ASSERT_TRUE(record_events(database(), founding, 0, today).has_value());
  ASSERT_TRUE(
      record_events(database(), world::events("2024-01-01 found E parent=VN kind=x"), 5, today).has_value());
  const auto imported = import_while([&](app::Database& others) {
    EXPECT_EQ(param(undo_events(others, today), "unit"), "E")
        << "another unit would get its slot and its report";
  });
  EXPECT_EQ(imported.value(), 4U);
  expect_acts({2, 0, 0, 3});
}

TEST_P(WhileImporting, many_others_act_at_once_without_a_gap) {
  constexpr std::uint32_t threads = 6;
  constexpr std::uint32_t versions = 25;
  auto& others = home().elsewhere();
  std::atomic<std::size_t> imports = 0;
  at_once(threads, [&](std::size_t i) {
    const auto unit = static_cast<std::uint32_t>(10 + i);
    if (i < 2) {
      for (std::uint32_t number = 0; number < 5; ++number) {
        const auto imported = database().import_reports(
            [&](const app::ReportPut& put) -> Result<> {
              TRY(put(std::vector{report(unit, "2024-Q1", 2 * number + 1)}));
              return put(std::vector{report(unit, "2024-Q1", 2 * number + 2)});
            },
            today);
        if (imported) ++imports;
      }
      return;
    }
    for (std::uint32_t version = 1; version <= versions; ++version) {
      const auto done = (i % 2 == 0 ? database() : others).act([&](app::Writer& writer) -> Result<> {
        TRY(writer.submit(std::vector{report(unit, "2024-Q1", version)}, today));
        writer.note(note("sent"));
        return ok();
      });
      EXPECT_EQ(code(done), std::nullopt);
    }
  });
  EXPECT_EQ(imports, 10U);
  constexpr std::size_t acts = 1 + 10 + std::size_t{threads - 2} * versions;
  EXPECT_EQ(database().latest().value(), acts);
  EXPECT_THAT(database().acts(0).value(), SizeIs(acts));
  const auto all = reports_since(database(), 0);
  EXPECT_THAT(all, SizeIs(2 + 20 + std::size_t{threads - 2} * versions));
  EXPECT_THAT(audit(database()), SizeIs(std::size_t{threads - 2} * versions));
  EXPECT_TRUE(is_sealed(database()));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

// A slot may be another unit's after the founding of the one that had it was taken back.
TEST_P(WhileImporting, units_that_are_taken_back_make_it_fail) {
  const auto events = world::events(
      "2023-01-01 found VN kind=confederation\n2023-01-01 found A parent=VN\n2023-01-01 found B parent=VN\n");
  const auto known = record_events(database(), events, 0, today).value();
  const auto import_meanwhile = [&](const std::function<void(app::Database&)>& something) {
    return database().import_reports(
        [&](const app::ReportPut& put) -> Result<> {
          on_another_thread([&] { something(home().elsewhere()); });
          return put(std::vector{report(1, "2025-Q1")});
        },
        today, known);
  };
  EXPECT_EQ(code(import_meanwhile([&](app::Database& others) {
              EXPECT_EQ(
                  code(record_events(others, world::events("2023-01-01 found C parent=VN\n"), 3, today)),
                  std::nullopt);
              EXPECT_EQ(code(undo_events(others, today)), std::nullopt);
            })),
            ErrorCode::unit_history_changed);
  EXPECT_THAT(names(all_versions(database())), ElementsAre("1/2024-Q1/v1", "2/2024-Q1/v1"));
  EXPECT_THAT(database().verify().value(), IsEmpty());
}

}  // namespace
}  // namespace nucong::store
