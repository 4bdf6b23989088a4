// An office: who acts in which role for which unit, from when until when.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "account/account.hpp"
#include "account/role.hpp"
#include "base/date.hpp"
#include "base/id.hpp"

namespace nucong::account {

/// One term, half open: [from, to); without `to` until further notice.
struct Office {
  AccountId account;
  Role role = Role::officer;
  Slot unit;
  Date from{};
  std::optional<Date> to;

  [[nodiscard]] bool in_force(Date day) const { return from <= day && (!to || day < *to); }
  /// The same role of the same person at the same unit, with a day in common.
  [[nodiscard]] bool collides_with(const Office& other) const {
    return account == other.account && role == other.role && unit == other.unit &&
           (!other.to || from < *other.to) && (!to || other.from < *to);
  }

  bool operator==(const Office&) const = default;
};

/// Errors: `office.term_empty` (params `from`, `to`) if no day is in it.
[[nodiscard]] Result<> check_term(const Office& office);
/// Errors: those of `check_term`; `office.held` (params `role`, `unit` as slot number) if `known` has a term
/// of the same person, role and unit with a day in common.
[[nodiscard]] Result<> check_new(const Office& office, std::span<const Office> known);

/// What handing over makes of one term.
struct Handover {
  Office ended;
  Office begun;

  bool operator==(const Handover&) const = default;
};

/// `office` passes to `receiver` on `day`: the old term ends as the new one begins, so there is neither a day
/// without holder nor one with two. A term with a set end keeps it: the receiver serves the rest of the term.
/// `of_receiver` is what the receiver holds and held.
/// Errors: `office.to_itself`; `office.term_empty` (params `from`, `to`) if `day` is not after the first day
/// of the term; `office.ended` (params `role`, `unit` as slot number) if the term ends on `day` or earlier;
/// `office.held`.
[[nodiscard]] Result<Handover> hand_over(const Office& office, AccountId receiver, Date day,
                                         std::span<const Office> of_receiver);

/// The same term, ended on `day`. Errors: `office.term_empty`, `office.ended`, as above.
[[nodiscard]] Result<Office> ended(const Office& office, Date day);

}  // namespace nucong::account
