// One table of a catalogue file, read field by field; what is wrong is told with its line.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/period.hpp"
#include "catalogue/detail/document.hpp"

namespace nucong::catalogue::detail {

/// A title in the languages of the screen.
struct Title {
  std::string vi;
  std::string en;
};

/// A view into a Document, which must outlive it. Every reader fails with `catalogue.malformed`.
class Table {
 public:
  Table(std::string_view file, const Value& value) : file_(file), value_(&value) {}

  /// Refuses every other key: a misspelled one would otherwise be silently without effect.
  [[nodiscard]] Result<> check_keys(std::initializer_list<std::string_view> known) const;
  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }

  [[nodiscard]] Result<std::string> text(std::string_view key) const;
  [[nodiscard]] Result<std::string> text_or_empty(std::string_view key) const;
  [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view key) const;
  [[nodiscard]] Result<std::vector<std::string>> texts_or_none(std::string_view key) const;
  [[nodiscard]] Result<std::vector<PeriodKind>> period_kinds(std::string_view key) const;
  [[nodiscard]] Result<int> whole(std::string_view key, int least, int most) const;
  /// A whole number, or a text such as "1.7".
  [[nodiscard]] Result<Decimal> decimal(std::string_view key) const;
  /// False where it is absent.
  [[nodiscard]] Result<bool> flag(std::string_view key) const;
  [[nodiscard]] Result<Date> date(std::string_view key) const;
  /// {vi = "...", en = "..."}
  [[nodiscard]] Result<Title> title(std::string_view key) const;

  [[nodiscard]] Result<Table> table(std::string_view key) const;
  /// None where it is absent.
  [[nodiscard]] Result<std::vector<Table>> tables(std::string_view key) const;

  /// An error at the field, or at the table where the field is absent.
  [[nodiscard]] Error error(std::string_view key, std::string_view text, std::string_view expected) const;
  /// `cause` told as an error of that field.
  [[nodiscard]] Error error(std::string_view key, const Error& cause) const;

 private:
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] Result<const Value*> need(std::string_view key) const;

  std::string_view file_;
  const Value* value_;
};

/// The tables of that name in all documents, in the order of the documents.
[[nodiscard]] Result<std::vector<Table>> tables_of(std::span<const Document> documents, std::string_view key);

/// Fails at the second table with the same `code`.
[[nodiscard]] Result<> check_codes_unique(std::span<const Table> tables);

}  // namespace nucong::catalogue::detail
