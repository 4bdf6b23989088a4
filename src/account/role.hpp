// The seven roles, what somebody may want to do, and the one table that says which role may do what where.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace nucong::account {

/// Spelled as in files and in the database: do not rename. Titles: words.toml "role.<name>" (ux 12).
enum class Role : std::uint8_t {
  officer,
  upper_officer,
  leader,
  member,
  inspector,
  treasurer,
  administrator
};

/// Spelled as in the audit log and in JSON: do not rename.
enum class Deed : std::uint8_t {
  see_figures,            ///< any figure, report version, scorecard of a unit
  see_small_cells,        ///< also of so few people that they might be known by it
  draft_report,           ///< fill in, save
  send_report,            ///< submit a version
  review_report,          ///< return a cell with a reason, accept
  type_for_silent,        ///< type in for a unit that sent nothing
  adopt_directive,        ///< as issuer
  assign_goals,           ///< set a unit's own value of a target
  extend_deadline,        ///< give a unit more time
  remind,                 ///< ask a unit for what is late
  reorganise,             ///< record or take back what happened to units
  manage_accounts,        ///< make, close and reset accounts, hand over offices
  manage_administrators,  ///< the same where the office is that of an administrator
  see_audit,              ///< read who did what
  sign_and_freeze         ///< sign a report, after which it reads the same forever
};

inline constexpr std::array all_roles = {Role::officer,      Role::upper_officer, Role::leader,
                                         Role::member,       Role::inspector,     Role::treasurer,
                                         Role::administrator};
inline constexpr std::array all_deeds = {
    Deed::see_figures,           Deed::see_small_cells, Deed::draft_report,    Deed::send_report,
    Deed::review_report,         Deed::type_for_silent, Deed::adopt_directive, Deed::assign_goals,
    Deed::extend_deadline,       Deed::remind,          Deed::reorganise,      Deed::manage_accounts,
    Deed::manage_administrators, Deed::see_audit,       Deed::sign_and_freeze};

/// How far from the unit of the office a deed is allowed.
enum class Reach : std::uint8_t {
  none,
  own,    ///< the unit itself, without what is below
  below,  ///< what is below, without the unit itself: nobody reviews their own work
  branch  ///< the unit and all below it
};

[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Deed deed);
/// Errors: `role.unknown` (param `role`).
[[nodiscard]] Result<Role> parse_role(std::string_view text);

/// Looks it up in the table (role.cpp).
[[nodiscard]] Reach reach(Role role, Deed deed);
/// Whether the deed leaves everything as it was: what a token that only reads may do.
[[nodiscard]] constexpr bool only_reads(Deed deed) {
  return deed == Deed::see_figures || deed == Deed::see_small_cells || deed == Deed::see_audit;
}

}  // namespace nucong::account
