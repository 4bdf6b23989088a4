// Every table of the schema, for what goes through all of them: copying a database, and looking for what a
// unit has.
#pragma once

#include <array>
#include <string_view>

namespace nucong::store {

struct Table {
  std::string_view name;
  /// In the order in which they are copied. A '#' marks a whole number, all else is text.
  std::string_view columns;
  /// Of the moment: not in a copy. A session that was ended and a link that was used must not come back with
  /// one.
  bool passing = false;
  /// The column of a unit's slot, if the table keeps something of units.
  std::string_view unit = {};
};

/// Those that are referred to first.
inline constexpr std::array tables = {
    Table{"act", "sequence# kind day# summary rows# import#"},
    Table{"unit_event",
          "sequence# ordinal# day# kind unit into_unit parent name unit_kind share decision undone_by#"},
    Table{.name = "report",
          .columns =
              "unit# period version# form first_day# last_day# received# by_whom figures reasons sequence#",
          .unit = "unit"},
    Table{.name = "report_draft",
          .columns = "unit# period form base# figures reasons by_whom account# saved# revision# is_open#",
          .unit = "unit"},
    Table{.name = "report_step",
          .columns = "unit# period number# kind version# account# at# note cells sequence#",
          .unit = "unit"},
    Table{.name = "frozen_report", .columns = "unit# period step# text digest sequence#", .unit = "unit"},
    Table{.name = "extension",
          .columns = "unit# form period due# account# at# reason sequence#",
          .unit = "unit"},
    Table{.name = "reminder", .columns = "unit# form period account# at# sequence#", .unit = "unit"},
    Table{.name = "directive",
          .columns = "ordinal# issuer# file number title period adopted# text sequence#",
          .unit = "issuer"},
    Table{"target",
          "directive# ordinal# id quote quote_begin# quote_end# comparator value value_max quantity noun "
          "subject "
          "measure per_unit# baseline_change# starts# due# indicator"},
    Table{"citation", "directive# ordinal# quote quote_begin# quote_end# type number day# issuer title"},
    Table{.name = "recipient", .columns = "unit# directive# sequence#", .unit = "unit"},
    Table{.name = "goal", .columns = "unit# target sequence# value", .unit = "unit"},
    Table{"account", "id# name person pass_phrase totp_secret totp_step# made_by# made# closed#"},
    Table{"recovery_code", "account# digest"},
    Table{.name = "office", .columns = "unit# role from_day# account# to_day#", .unit = "unit"},
    Table{"access_token", "account# name digest made# expires# may_write#"},
    Table{"audit", "sequence# at# account# address deed thing unit# summary previous hash"},
    Table{.name = "session",
          .columns = "digest account# created# last_seen# expires# address user_agent",
          .passing = true},
    Table{.name = "one_time_link", .columns = "digest kind account# made# expires#", .passing = true},
    Table{.name = "kept_answer", .columns = "account# request_key request answer expires#", .passing = true},
    Table{.name = "staging", .columns = "number# touched#", .passing = true}};

}  // namespace nucong::store
