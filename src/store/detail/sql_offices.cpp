#include <algorithm>

#include <fmt/format.h>
#include <soci/soci.h>

#include "store/detail/account_words.hpp"
#include "store/detail/sql_accounts.hpp"

namespace nucong::store {
namespace {

using account::Office;

constexpr std::string_view office_columns = "unit, role, from_day, account, to_day";

Result<Office> office_in(const Row& row) {
  const auto role = account::parse_role(row.text(1));
  if (!role) return fail(ErrorCode::store_damaged, {{"detail", "office.role " + row.string(1)}});
  Office office{
      account_of(row, 3), role.value(), Slot(static_cast<std::uint32_t>(row.integer(0))), row.day(2), {}};
  if (!row.is_null(4)) office.to = row.day(4);
  return office;
}

// By role as the roles are listed, whatever the database makes of their names.
auto in_order(const Office& office) {
  return std::tuple(office.unit, office.role, office.from, office.account);
}

}  // namespace

Result<std::vector<Office>> SqlAccountStore::read_offices(std::string_view condition, Values values) {
  TRY(auto found,
      rows(fmt::format("SELECT {} FROM office WHERE {}", office_columns, condition), values, office_in));
  std::ranges::sort(found, {}, in_order);
  return found;
}

Result<std::vector<Office>> SqlAccountStore::offices_of(app::AccountId id) {
  return reading([&] { return read_offices("account = $1", {std::int64_t{id.value}}); });
}

Result<std::vector<Office>> SqlAccountStore::offices() {
  return reading([&] { return read_offices("account > $1", {std::int64_t{0}}); });
}

bool SqlAccountStore::has_administrator() {
  return number(
             "SELECT count(*) FROM office o JOIN account a ON a.id = o.account WHERE o.role = "
             "'administrator' "
             "AND o.to_day IS NULL AND a.closed IS NULL") > 0;
}

Result<> SqlAccountStore::write_office(const Office& office) {
  TRY(const auto known, read_offices("account = $1", {std::int64_t{office.account.value}}));
  TRY(account::check_new(office, known));
  const auto sink = engine_->insert("office", office_columns);
  sink->row(office.unit.value, account::name_of(office.role), office.from, office.account.value, office.to);
  sink->finish();
  return ok();
}

void SqlAccountStore::end_stored(const Office& office, Date day) {
  engine_->session() << fmt::format(
      "UPDATE office SET to_day = {} WHERE unit = {} AND role = '{}' AND from_day = {} AND account = {}",
      day_number(day), office.unit.value, account::name_of(office.role), day_number(office.from),
      office.account.value);
}

Result<> SqlAccountStore::check_stored(const Office& office) {
  TRY(const auto known, read_offices("account = $1", {std::int64_t{office.account.value}}));
  if (std::ranges::find(known, office) == known.end()) return changed_office(office);
  return ok();
}

Result<> SqlAccountStore::appoint(const Office& office, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(open_account(office.account));
    TRY(write_office(office));
    write_notes({&note, 1});
    return ok();
  });
}

Result<> SqlAccountStore::end_office(const Office& office, Date day, const app::AuditNote& note) {
  return acting([&]() -> Result<> {
    TRY(const auto account, open_account(office.account));
    TRY(check_stored(office));
    TRY(account::ended(office, day));
    end_stored(office, day);
    if (is_lasting_administrator(office) && !has_administrator()) return last_administrator(account);
    write_notes({&note, 1});
    return ok();
  });
}

Result<account::Handover> SqlAccountStore::hand_over(const Office& office, app::AccountId receiver, Date day,
                                                     const app::AuditNote& note) {
  return acting([&]() -> Result<account::Handover> {
    TRY(open_account(office.account));
    TRY(open_account(receiver));
    TRY(check_stored(office));
    TRY(const auto known, read_offices("account = $1", {std::int64_t{receiver.value}}));
    TRY(const auto handover, account::hand_over(office, receiver, day, known));
    end_stored(office, day);
    TRY(write_office(handover.begun));
    write_notes({&note, 1});
    return handover;
  });
}

}  // namespace nucong::store
