#include <algorithm>

#include "store/detail/account_rows.hpp"
#include "store/detail/account_words.hpp"
#include "store/detail/sql_database.hpp"

namespace nucong::store {

using account::Office;

Result<std::vector<Office>> SqlDatabase::offices_of(app::AccountId id) {
  return asking([&](Connection& sql) { return read_offices(sql, "account = $1", {id}); });
}

Result<std::vector<Office>> SqlDatabase::offices() {
  return asking([&](Connection& sql) { return read_offices(sql, "account > $1", {0}); });
}

bool SqlWriter::has_administrator() {
  return sql_.number(
             "SELECT count(*) FROM office o JOIN account a ON a.id = o.account WHERE o.role = "
             "'administrator' "
             "AND o.to_day IS NULL AND a.closed IS NULL") > 0;
}

Result<> SqlWriter::write_office(const Office& office) {
  TRY(const auto known, read_offices(sql_, "account = $1", {office.account}));
  TRY(account::check_new(office, known));
  sql_.insert_row("office", "unit, role, from_day, account, to_day", office.unit,
                  account::name_of(office.role), office.from, office.account, office.to);
  return ok();
}

void SqlWriter::end_stored(const Office& office, Date day) {
  sql_.execute(
      "UPDATE office SET to_day = $1 WHERE unit = $2 AND role = $3 AND from_day = $4 AND account = $5",
      {day, office.unit, account::name_of(office.role), office.from, office.account});
}

Result<> SqlWriter::check_stored(const Office& office) {
  TRY(const auto known, read_offices(sql_, "account = $1", {office.account}));
  if (std::ranges::find(known, office) == known.end()) return changed_office(office);
  return ok();
}

Result<> SqlWriter::appoint(const Office& office, const app::AuditNote& note) {
  TRY(open_account(office.account));
  TRY(write_office(office));
  this->note(note);
  return ok();
}

Result<> SqlWriter::end_office(const Office& office, Date day, const app::AuditNote& note) {
  TRY(const auto account, open_account(office.account));
  TRY(check_stored(office));
  TRY(account::ended(office, day));
  end_stored(office, day);
  if (is_lasting_administrator(office) && !has_administrator()) return last_administrator(account);
  this->note(note);
  return ok();
}

Result<account::Handover> SqlWriter::hand_over(const Office& office, app::AccountId receiver, Date day,
                                               const app::AuditNote& note) {
  TRY(open_account(office.account));
  TRY(open_account(receiver));
  TRY(check_stored(office));
  TRY(const auto known, read_offices(sql_, "account = $1", {receiver}));
  TRY(const auto handover, account::hand_over(office, receiver, day, known));
  end_stored(office, day);
  TRY(write_office(handover.begun));
  this->note(note);
  return handover;
}

}  // namespace nucong::store
