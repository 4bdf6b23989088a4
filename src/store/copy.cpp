#include "store/copy.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "store/detail/connect.hpp"
#include "store/detail/imports.hpp"
#include "store/detail/tables.hpp"

namespace nucong::store {
namespace {

enum class ColumnKind : std::uint8_t { whole, text };

struct Columns {
  std::string list;  // for SQL
  std::vector<ColumnKind> kinds;
};

Columns columns_of(const Table& table) {
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
void ensure_all_columns_are_named(Connection& database) {
  std::size_t named = 2;  // of `meta`, which stays out: the destination has its own
  for (const auto& table : tables) named += split(table.columns, ' ').size();
  ENSURE(database.columns().size() == named);
}

bool is_empty(Connection& database) {
  return std::ranges::none_of(tables, [&](const Table& table) {
    return !table.passing && database.any(fmt::format("SELECT 1 FROM {} LIMIT 1", table.name), {});
  });
}

// Of an import that is under way nothing is there yet.
std::string_view rows_of(const Table& table) {
  return table.name == "report" ? report_is_visible : "1 = 1";
}

void copy_table(Connection& from, Connection& to, const Table& table) {
  const Columns columns = columns_of(table);
  const auto sink = to.insert(table.name, columns.list);
  std::vector<Value> cells(columns.kinds.size());
  const auto sql = fmt::format("SELECT {} FROM {} WHERE {}", columns.list, table.name, rows_of(table));
  from.stream_rows(sql, {}, [&](const Row& row) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const int column = static_cast<int>(i);
      if (row.is_null(column))
        cells[i] = Value();
      else if (columns.kinds[i] == ColumnKind::whole)
        cells[i] = row.integer(column);
      else
        cells[i] = row.text(column);
    }
    sink->row(Values(cells));
    return true;
  });
  sink->finish();
}

}  // namespace

Result<> copy(std::string_view from_url, std::string_view to_url) {
  TRY(const auto from, connect(from_url, OpenMode::must_exist));
  TRY(const auto to, connect(to_url, OpenMode::create_if_missing));
  try {
    ensure_all_columns_are_named(*from);
    Transaction reading(*from, Transaction::Kind::read);
    Transaction writing(*to, Transaction::Kind::act);
    if (is_empty(*from)) return fail(ErrorCode::store_missing, {{"url", from->url()}});
    if (!is_empty(*to)) return fail(ErrorCode::store_not_empty, {{"url", to->url()}});
    for (const auto& table : tables)
      if (!table.passing) copy_table(*from, *to, table);
    writing.commit();
    reading.commit();
    return ok();
  } catch (const SqlError& refusal) {
    return refusal.error();
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
