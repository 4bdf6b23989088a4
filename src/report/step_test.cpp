#include "report/step.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong::report {
namespace {

const Period quarter = Period::parse("2026-Q1").value();
const Date april = make_date(2026, 4, 5);

Step step(StepKind kind, std::uint32_t number, Version version, std::string note = "thiếu danh sách") {
  Step made{Slot(3U), quarter};
  made.number = number;
  made.kind = kind;
  made.version = version;
  made.note = std::move(note);
  return made;
}

std::string checked(const Standing& standing, const Step& next) {
  const auto result = check_step(next, standing, "A");
  return result ? "ok" : std::string(dotted(result.error().code()));
}

// The standing of a report of one version after these steps, each of which must be allowed.
Standing walked(std::initializer_list<StepKind> kinds) {
  Standing standing = received({}, 1, april);
  for (const StepKind kind : kinds) {
    const Step next = step(kind, standing.steps + 1, standing.version);
    EXPECT_EQ(checked(standing, next), "ok") << name_of(kind);
    standing = after(standing, next);
  }
  return standing;
}

using enum StepKind;

TEST(Step, a_report_is_returned_sent_again_accepted_and_signed) {
  Standing standing = walked({returned});
  EXPECT_EQ(state_of(standing, true), State::returned);
  EXPECT_EQ(checked(standing, step(signed_off, 2, 1)), "report.returned");
  standing = received(standing, 2, april);
  EXPECT_EQ(state_of(standing, false), State::sent);
  standing = after(standing, step(accepted, 2, 2));
  EXPECT_EQ(state_of(standing, false), State::accepted);
  standing = after(standing, step(signed_off, 3, 2));
  EXPECT_EQ(state_of(standing, false), State::signed_off);
  EXPECT_EQ(standing.first_received, april);
}

TEST(Step, what_nobody_sent_cannot_be_decided_about) {
  for (const StepKind kind : {returned, accepted, signed_off, reopened})
    EXPECT_EQ(checked({}, step(kind, 1, 0)), "report.nothing_sent");
  EXPECT_EQ(checked({}, step(sent_on, 1, 0)), "ok") << "a unit without figures of its own";
  const Standing branch = after({}, step(sent_on, 1, 0));
  EXPECT_EQ(state_of(branch, true), State::sent);
  EXPECT_EQ(checked(branch, step(returned, 2, 0)), "ok");
  EXPECT_EQ(state_of(after(after(branch, step(returned, 2, 0)), step(sent_on, 3, 0)), false), State::sent);
}

TEST(Step, a_decision_is_about_the_version_that_was_looked_at) {
  const Standing newer = received(walked({}), 2, april);
  EXPECT_EQ(checked(newer, step(accepted, 1, 1)), "report.version_moved");
  EXPECT_EQ(checked(newer, step(returned, 1, 3)), "report.version_moved");
}

TEST(Step, of_two_reviewers_the_second_is_told) {
  EXPECT_EQ(checked(walked({accepted}), step(returned, 1, 1)), "report.step_changed");
}

TEST(Step, a_signature_locks_until_somebody_takes_it_back) {
  const Standing locked = walked({signed_off});
  EXPECT_TRUE(locked.locked);
  EXPECT_EQ(checked(locked, step(signed_off, 2, 1)), "report.signed");
  EXPECT_EQ(checked(locked, step(sent_on, 2, 1)), "report.signed");
  EXPECT_EQ(checked(locked, step(reopened, 2, 1, " ")), "report.reason_missing");
  EXPECT_EQ(checked(walked({}), step(reopened, 1, 1)), "report.not_signed");
  EXPECT_FALSE(walked({signed_off, returned}).locked);
  EXPECT_EQ(state_of(walked({accepted, signed_off, reopened}), false), State::accepted)
      << "reopening takes nothing away but the signature";
  EXPECT_EQ(state_of(walked({signed_off, accepted}), false), State::signed_off);
}

TEST(Step, returning_needs_a_reason_and_cells_that_there_are) {
  EXPECT_EQ(checked(walked({}), step(returned, 1, 1, "\n")), "report.reason_missing");
  Step some = step(returned, 1, 1);
  some.cells = {"A04", "B99"};
  const std::vector<std::string> known = {"A03", "A04"};
  EXPECT_EQ(check_cells(some, known).error().params().front().value, "B99");
  some.cells.pop_back();
  EXPECT_TRUE(check_cells(some, known).has_value());
}

TEST(Step, kinds_are_read_as_they_are_spelled) {
  for (const StepKind kind : {returned, accepted, sent_on, signed_off, reopened})
    EXPECT_EQ(parse_step_kind(name_of(kind)).value(), kind);
  EXPECT_EQ(parse_step_kind("signed_off").error().code(), ErrorCode::store_damaged);
}

TEST(Standing, tells_late_by_the_first_version) {
  const Date due = april;
  EXPECT_EQ(timeliness({}, due, due), Timeliness::open);
  EXPECT_EQ(timeliness({}, due, due + std::chrono::days(1)), Timeliness::overdue);
  const auto in_time = received(received({}, 1, due), 2, due + std::chrono::days(9));
  EXPECT_EQ(timeliness(in_time, due, due + std::chrono::days(10)), Timeliness::on_time);
  EXPECT_EQ(timeliness(received({}, 1, due + std::chrono::days(1)), due, due), Timeliness::late);
  EXPECT_EQ(state_of({}, true), State::draft);
  EXPECT_EQ(state_of({}, false), State::none);
}

// Versions and steps are stored apart: a nation that is loaded reads all versions first and then all steps,
// one that is followed meets them mixed.
RC_GTEST_PROP(Standing, is_the_same_whether_versions_come_before_the_steps_or_between_them, ()) {
  Standing mixed;
  Version last = 0;
  std::vector<Step> steps;
  for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
    if (!mixed.locked && *rc::gen::inRange(0, 3) == 0) {
      mixed = received(mixed, ++last, april + std::chrono::days(last));
      continue;
    }
    const Step next = step(static_cast<StepKind>(*rc::gen::inRange(0, 5)), mixed.steps + 1, mixed.version);
    if (!check_step(next, mixed, "A")) continue;
    mixed = after(mixed, next);
    steps.push_back(next);
  }
  Standing apart;
  if (last > 0) apart = received(received(apart, 1, april + std::chrono::days(1)), last, april);
  apart.first_received = mixed.first_received;
  for (const Step& one : steps) apart = after(apart, one);
  RC_ASSERT(apart == mixed);
}

}  // namespace
}  // namespace nucong::report
