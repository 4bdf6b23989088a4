#include "store/detail/migration.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <soci/soci.h>

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

std::optional<std::string> setting(Engine& engine, const std::string& key) {
  std::string value;
  engine.session() << "SELECT value FROM meta WHERE key = :k", soci::use(key), soci::into(value);
  return engine.session().got_data() ? std::optional(value) : std::nullopt;
}

// The schema's version; 0 for a database without tables.
Result<std::size_t> version_found(Engine& engine) {
  const auto not_ours = [&] {
    std::string file = engine.url();
    if (file.starts_with("sqlite:")) file.erase(0, std::string_view("sqlite:").size());
    return fail(ErrorCode::store_not_ours, {{"url", engine.url()}, {"file", std::move(file)}});
  };
  const auto columns = engine.columns();
  if (columns.empty()) return std::size_t{0};
  for (const std::string_view needed : {"meta.key", "meta.value"})
    if (std::ranges::find(columns, needed) == columns.end()) return not_ours();
  const auto program = setting(engine, "program");
  const auto version = setting(engine, "schema_version");
  if (!program || *program != "nucong" || !version) return not_ours();
  std::size_t number = 0;
  const auto [end, status] = std::from_chars(version->data(), version->data() + version->size(), number);
  if (status != std::errc{} || end != version->data() + version->size() || number == 0) return not_ours();
  return number;
}

void apply(Engine& engine, std::string_view migration) {
  for (const std::string& statement : statements_of(migration)) engine.session() << statement;
}

// Within the transaction: another process may have done it all while this one waited.
Result<> migrate(Engine& engine, Migrations migrations) {
  TRY(const auto found, version_found(engine));
  if (found >= migrations.size()) return ok();
  for (const std::string_view migration : migrations.subspan(found)) apply(engine, migration);
  auto& session = engine.session();
  if (found == 0) session << "INSERT INTO meta (key, value) VALUES ('program', 'nucong')";
  session << "DELETE FROM meta WHERE key = 'schema_version'";
  session << fmt::format("INSERT INTO meta (key, value) VALUES ('schema_version', '{}')", migrations.size());
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

Result<> bring_up_to_date(Engine& engine, OpenMode mode, Migrations migrations) {
  TRY(const auto found, version_found(engine));
  if (found == 0 && mode == OpenMode::must_exist)
    return fail(ErrorCode::store_missing, {{"url", engine.url()}});
  if (found > migrations.size()) {
    return fail(ErrorCode::store_newer, {{"url", engine.url()},
                                         {"found", std::to_string(found)},
                                         {"known", std::to_string(migrations.size())}});
  }
  engine.settle();
  if (found == migrations.size()) return ok();
  Transaction transaction(engine, Transaction::Kind::act);
  TRY(migrate(engine, migrations));
  transaction.commit();
  return ok();
}

}  // namespace nucong::store
