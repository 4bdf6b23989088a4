#include "store/copy.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <soci/error.h>

#include "base/text.hpp"
#include "store/detail/connect.hpp"

namespace nucong::store {
namespace {

// The tables with their columns, those that are referred to first. A '#' marks a whole number, all else is
// text. `meta` stays out: the destination has its own.
struct CopiedTable {
  std::string_view name;
  std::string_view columns;
};
constexpr std::array tables = {
    CopiedTable{"act", "sequence# kind day# summary"},
    CopiedTable{
        "unit_event",
        "sequence# ordinal# day# kind unit into_unit parent name unit_kind share decision undone_by#"},
    CopiedTable{"report",
                "unit# period version# form first_day# last_day# received# by_whom figures reasons sequence# "
                "current#"},
    CopiedTable{"report_draft",
                "unit# period form base# figures reasons by_whom account# saved# revision# is_open#"},
    CopiedTable{"report_step", "unit# period number# kind version# account# at# note cells sequence#"},
    CopiedTable{"frozen_report", "unit# period step# text digest sequence#"},
    CopiedTable{"extension", "unit# form period due# account# at# reason sequence#"},
    CopiedTable{"reminder", "unit# form period account# at# sequence#"},
    CopiedTable{"directive", "ordinal# issuer# file number title period adopted# text sequence#"},
    CopiedTable{"target",
                "directive# ordinal# id quote quote_begin# quote_end# comparator value value_max quantity "
                "noun subject "
                "measure per_unit# baseline_change# starts# due# indicator"},
    CopiedTable{"citation",
                "directive# ordinal# quote quote_begin# quote_end# type number day# issuer title"},
    CopiedTable{"recipient", "unit# directive# sequence#"},
    CopiedTable{"goal", "unit# target sequence# value"},
    CopiedTable{"account", "id# name person pass_phrase totp_secret totp_step# made_by# made# closed#"},
    CopiedTable{"recovery_code", "account# digest"},
    CopiedTable{"office", "unit# role from_day# account# to_day#"},
    CopiedTable{"access_token", "account# name digest made# expires# may_write#"},
    CopiedTable{"audit", "sequence# at# account# address deed thing unit# summary previous hash"}};

// Of the moment: a session that was ended and a link that was used must not come back with a backup.
constexpr std::array passing_tables = {
    CopiedTable{"session", "digest account# created# last_seen# expires# address user_agent"},
    CopiedTable{"one_time_link", "digest kind account# made# expires#"},
    CopiedTable{"kept_answer", "account# request_key request answer expires#"}};

enum class ColumnKind : std::uint8_t { whole, text };

struct Columns {
  std::string list;  // for SQL
  std::vector<ColumnKind> kinds;
};

Columns columns_of(const CopiedTable& table) {
  Columns columns;
  for (auto name : split(table.columns, ' ')) {
    const bool whole = name.ends_with('#');
    if (whole) name.remove_suffix(1);
    columns.list += (columns.list.empty() ? "" : ", ") + std::string(name);
    columns.kinds.push_back(whole ? ColumnKind::whole : ColumnKind::text);
  }
  return columns;
}

// A migration that adds a table or column must add it here too.
void ensure_all_columns_are_named(Engine& engine) {
  std::size_t named = 0;
  for (const auto& table : tables) named += split(table.columns, ' ').size();
  for (const auto& table : passing_tables) named += split(table.columns, ' ').size();
  constexpr std::size_t of_meta = 2;
  ENSURE(engine.columns().size() == named + of_meta);
}

bool is_empty(Engine& engine) {
  bool empty = true;
  for (const auto& table : tables)
    engine.each_row(fmt::format("SELECT 1 FROM {} LIMIT 1", table.name), {},
                    [&](const Row&) { return empty = false; });
  return empty;
}

void copy_table(Engine& from, Engine& to, const CopiedTable& table) {
  const Columns columns = columns_of(table);
  const auto sink = to.insert(table.name, columns.list);
  from.each_row(fmt::format("SELECT {} FROM {}", columns.list, table.name), {}, [&](const Row& row) {
    for (std::size_t i = 0; i < columns.kinds.size(); ++i) {
      const int column = static_cast<int>(i);
      if (row.is_null(column))
        sink->add_null();
      else if (columns.kinds[i] == ColumnKind::whole)
        sink->add(row.integer(column));
      else
        sink->add(row.text(column));
    }
    sink->end();
    return true;
  });
  sink->finish();
}

}  // namespace

Result<> copy(std::string_view from_url, std::string_view to_url) {
  TRY(const auto from, connect(from_url, OpenMode::must_exist));
  TRY(const auto to, connect(to_url, OpenMode::create_if_missing));
  Engine* at = from.get();  // whose error it is, if one is thrown
  try {
    ensure_all_columns_are_named(*from);
    Transaction reading(*from, Transaction::Kind::read);
    at = to.get();
    Transaction writing(*to, Transaction::Kind::act);
    if (is_empty(*from)) return fail(ErrorCode::store_missing, {{"url", from->url()}});
    if (!is_empty(*to)) return fail(ErrorCode::store_not_empty, {{"url", to->url()}});
    for (const auto& table : tables) copy_table(*from, *to, table);
    writing.commit();
    reading.commit();
    return ok();
  } catch (const soci::soci_error& error) {
    return at->translate(error);
  }
}

namespace {

void remove_database(const std::string& file) {
  std::error_code ignored;  // what cannot be removed is left; the error that led here is told
  for (const auto* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(file + part, ignored);
}

}  // namespace

Result<> backup(std::string_view from_url, const std::string& file) {
  std::error_code failed;
  if (std::filesystem::exists(file, failed)) return fail(ErrorCode::file_exists, {{"file", file}});
  const std::string beside = file + ".part";
  remove_database(beside);
  if (const auto copied = copy(from_url, "sqlite:" + beside); copied.has_error()) {
    remove_database(beside);
    return copied.error();
  }
  std::filesystem::rename(beside, file, failed);
  if (!failed) return ok();
  remove_database(beside);
  return fail(ErrorCode::file_unwritable, {{"file", file}});
}

}  // namespace nucong::store
