#include "store/detail/migration.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "embedded/migrations.hpp"

namespace nucong::store {
namespace {

// A statement ends with a semicolon at the end of a line; lines that begin with -- are for people.
std::vector<std::string> statements_of(std::string_view text) {
  std::vector<std::string> statements;
  std::string statement;
  for (const std::string_view line : split(text, '\n')) {
    if (line.starts_with("--") || line.empty()) continue;
    statement += line;
    statement += '\n';
    if (!line.ends_with(';')) continue;
    statements.push_back(std::move(statement));
    statement.clear();
  }
  ENSURE(statement.empty());
  return statements;
}

std::optional<std::string> setting(Connection& sql, const std::string& key) {
  std::optional<std::string> value;
  const Value named = key;
  sql.each_row("SELECT value FROM meta WHERE key = $1", {&named, 1}, [&](const Row& row) {
    value = row.string(0);
    return false;
  });
  return value;
}

// The schema's version; 0 for a database without tables.
Result<std::size_t> version_found(Connection& sql) {
  const auto not_ours = [&] {
    std::string file = sql.url();
    if (file.starts_with("sqlite:")) file.erase(0, std::string_view("sqlite:").size());
    return fail(ErrorCode::store_not_ours, {{"url", sql.url()}, {"file", std::move(file)}});
  };
  const auto columns = sql.columns();
  if (columns.empty()) return std::size_t{0};
  for (const std::string_view needed : {"meta.key", "meta.value"})
    if (std::ranges::find(columns, needed) == columns.end()) return not_ours();
  const auto program = setting(sql, "program");
  const auto version = setting(sql, "schema_version");
  if (!program || *program != "nucong" || !version) return not_ours();
  std::size_t number = 0;
  const auto [end, status] = std::from_chars(version->data(), version->data() + version->size(), number);
  if (status != std::errc{} || end != version->data() + version->size() || number == 0) return not_ours();
  return number;
}

void apply(Connection& sql, std::string_view migration) {
  for (const std::string& statement : statements_of(migration)) sql.execute(statement);
}

// Within the transaction: another process may have done it all while this one waited.
Result<> migrate(Connection& sql, Migrations migrations) {
  TRY(const auto found, version_found(sql));
  if (found >= migrations.size()) return ok();
  for (const std::string_view migration : migrations.subspan(found)) apply(sql, migration);
  if (found == 0) sql.insert_row("meta", "key, value", "program", "nucong");
  sql.execute("DELETE FROM meta WHERE key = 'schema_version'");
  sql.insert_row("meta", "key, value", "schema_version", std::to_string(migrations.size()));
  return ok();
}

}  // namespace

std::span<const std::string_view> known_migrations() {
  static const std::vector<std::string_view> texts = [] {
    std::vector<std::string_view> all;
    for (const auto& file : migrations::embedded_files()) all.push_back(file.text);
    return all;
  }();
  return texts;
}

Result<> bring_up_to_date(Connection& sql, OpenMode mode, Migrations migrations) {
  TRY(const auto found, version_found(sql));
  if (found == 0 && mode == OpenMode::must_exist) return fail(ErrorCode::store_missing, {{"url", sql.url()}});
  if (found > migrations.size()) {
    return fail(
        ErrorCode::store_newer,
        {{"url", sql.url()}, {"found", std::to_string(found)}, {"known", std::to_string(migrations.size())}});
  }
  sql.settle();
  if (found == migrations.size()) return ok();
  Transaction transaction(sql, Transaction::Kind::act);
  TRY(migrate(sql, migrations));
  transaction.commit();
  return ok();
}

}  // namespace nucong::store
