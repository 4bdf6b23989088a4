#include <gtest/gtest.h>

#include "account/office.hpp"

namespace nucong::account {
namespace {

const AccountId lan{1U};
const AccountId hoa{2U};

Date day(const char* text) {
  return parse_date(text).value();
}

Office office(AccountId account, const char* from, const char* to = nullptr) {
  Office made{account, Role::officer, Slot(7U), day(from), std::nullopt};
  if (to != nullptr) made.to = day(to);
  return made;
}

TEST(Office, is_in_force_from_its_first_day_until_before_its_end) {
  const Office term = office(lan, "2026-01-01", "2026-07-01");
  EXPECT_FALSE(term.in_force(day("2025-12-31")));
  EXPECT_TRUE(term.in_force(day("2026-01-01")));
  EXPECT_TRUE(term.in_force(day("2026-06-30")));
  EXPECT_FALSE(term.in_force(day("2026-07-01")));
  EXPECT_TRUE(office(lan, "2026-01-01").in_force(day("2099-01-01")));
}

TEST(Handover, every_day_of_the_old_term_has_exactly_one_holder) {
  for (const auto* end : {static_cast<const char*>(nullptr), "2026-12-01"}) {
    const Office old = office(lan, "2026-01-01", end);
    const auto handed = hand_over(old, hoa, day("2026-06-15"), {}).value();
    EXPECT_EQ(handed.begun.account, hoa);
    EXPECT_EQ(handed.begun.to, old.to);
    for (Date each = day("2025-12-01"); each < day("2027-01-01"); each += std::chrono::days(1))
      EXPECT_EQ(handed.ended.in_force(each) + handed.begun.in_force(each), old.in_force(each))
          << format_date(each);
  }
}

TEST(Handover, refuses_what_would_leave_a_gap_or_an_empty_term) {
  const Office old = office(lan, "2026-01-01", "2026-07-01");
  const auto code = [&](AccountId to, const char* on, std::span<const Office> known = {}) {
    return hand_over(old, to, day(on), known).error().code();
  };
  EXPECT_EQ(code(lan, "2026-03-01"), ErrorCode::office_to_itself);
  EXPECT_EQ(code(hoa, "2026-01-01"), ErrorCode::office_term_empty);
  EXPECT_EQ(code(hoa, "2025-01-01"), ErrorCode::office_term_empty);
  EXPECT_EQ(code(hoa, "2026-07-01"), ErrorCode::office_ended);
  const std::vector held = {office(hoa, "2026-06-30")};
  EXPECT_EQ(code(hoa, "2026-03-01", held), ErrorCode::office_held);
  const std::vector held_before = {office(hoa, "2025-01-01", "2026-03-01")};
  EXPECT_TRUE(hand_over(old, hoa, day("2026-03-01"), held_before).has_value());
}

TEST(Office, the_same_office_is_not_held_twice_on_one_day) {
  const std::vector known = {office(lan, "2026-01-01", "2026-07-01")};
  EXPECT_EQ(check_new(office(lan, "2026-06-30"), known).error().code(), ErrorCode::office_held);
  EXPECT_EQ(check_new(office(lan, "2025-01-01"), known).error().code(), ErrorCode::office_held);
  EXPECT_TRUE(check_new(office(lan, "2026-07-01"), known).has_value());
  EXPECT_TRUE(check_new(office(lan, "2025-01-01", "2026-01-01"), known).has_value());
  EXPECT_TRUE(check_new(office(hoa, "2026-02-01"), known).has_value()) << "two may share an office";
  EXPECT_EQ(check_new(office(lan, "2027-01-01", "2027-01-01"), {}).error().code(),
            ErrorCode::office_term_empty);
}

}  // namespace
}  // namespace nucong::account
