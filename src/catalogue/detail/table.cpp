#include "catalogue/detail/table.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace nucong::catalogue::detail {

const Value* Table::find(std::string_view key) const {
  const auto* fields = std::get_if<Value::Fields>(&value_->data);
  if (fields == nullptr) return nullptr;
  const auto found = std::ranges::find(*fields, key, &Field::key);
  return found == fields->end() ? nullptr : &found->value;
}

Result<const Value*> Table::need(std::string_view key) const {
  if (const auto* found = find(key)) return found;
  return error(key, key, "this key");
}

Error Table::error(std::string_view key, std::string_view text, std::string_view expected) const {
  const auto* field = find(key);
  return malformed(text, expected, file_, field != nullptr ? field->line : value_->line);
}

Error Table::error(std::string_view key, const Error& cause) const {
  const auto value_at = [&](std::string_view name) {
    const auto param = std::ranges::find(cause.params(), name, &ErrorParam::name);
    return param == cause.params().end() ? std::string() : param->value;
  };
  const auto told = error(key, value_at("text"), value_at("expected"));
  return cause.code() == ErrorCode::catalogue_malformed ? told : told.with_causes({cause.at(told.place())});
}

Result<> Table::check_keys(std::initializer_list<std::string_view> known) const {
  const auto* fields = std::get_if<Value::Fields>(&value_->data);
  if (fields == nullptr) return malformed({}, "a table", file_, value_->line);
  for (const auto& field : *fields)
    if (std::ranges::find(known, field.key) == known.end())
      return error(field.key, field.key, fmt::format("{}", fmt::join(known, ", ")));
  return ok();
}

Result<std::string> Table::text(std::string_view key) const {
  TRY(const auto* value, need(key));
  if (const auto* found = std::get_if<std::string>(&value->data); found != nullptr && !found->empty())
    return *found;
  return error(key, key, "a text");
}

Result<std::string> Table::text_or_empty(std::string_view key) const {
  if (!has(key)) return std::string();
  return text(key);
}

Result<std::vector<std::string>> Table::texts(std::string_view key) const {
  TRY(const auto* value, need(key));
  const auto* list = std::get_if<Value::List>(&value->data);
  if (list == nullptr || list->empty()) return error(key, key, "a list of texts");
  std::vector<std::string> found;
  for (const auto& item : *list) {
    const auto* text = std::get_if<std::string>(&item.data);
    if (text == nullptr || text->empty()) return malformed(key, "a list of texts", file_, item.line);
    found.push_back(*text);
  }
  return found;
}

Result<std::vector<std::string>> Table::texts_or_none(std::string_view key) const {
  if (!has(key)) return std::vector<std::string>();
  return texts(key);
}

Result<std::vector<PeriodKind>> Table::period_kinds(std::string_view key) const {
  TRY(const auto names, texts(key));
  std::vector<PeriodKind> found;
  for (const auto& name : names) {
    const auto kind = parse_period_kind(name);
    if (!kind || (!found.empty() && found.back() >= kind.value()))
      return error(key, name, "month, quarter, half, year, term in this order");
    found.push_back(kind.value());
  }
  return found;
}

Result<int> Table::whole(std::string_view key, int least, int most) const {
  TRY(const auto* value, need(key));
  const auto* number = std::get_if<std::int64_t>(&value->data);
  if (number == nullptr || *number < least || *number > most)
    return error(key, key, fmt::format("a whole number from {} to {}", least, most));
  return static_cast<int>(*number);
}

Result<Decimal> Table::decimal(std::string_view key) const {
  TRY(const auto* value, need(key));
  if (const auto* number = std::get_if<std::int64_t>(&value->data)) return Decimal(*number);
  if (const auto* text = std::get_if<std::string>(&value->data))
    if (const auto parsed = Decimal::parse(*text)) return parsed.value();
  return error(key, key, R"(a whole number, or a text like "1.7")");
}

Result<bool> Table::flag(std::string_view key) const {
  const auto* value = find(key);
  if (value == nullptr) return false;
  if (const auto* found = std::get_if<bool>(&value->data)) return *found;
  return error(key, key, "true or false");
}

Result<Date> Table::date(std::string_view key) const {
  TRY(const auto* value, need(key));
  if (const auto* found = std::get_if<Date>(&value->data)) return *found;
  return error(key, key, "a date like 2026-01-31, without quotes");
}

Result<Title> Table::title(std::string_view key) const {
  TRY(const auto both, table(key));
  TRY(both.check_keys({"vi", "en"}));
  TRY(auto vi, both.text("vi"));
  TRY(auto en, both.text("en"));
  return Title{std::move(vi), std::move(en)};
}

Result<Table> Table::table(std::string_view key) const {
  TRY(const auto* value, need(key));
  if (!std::holds_alternative<Value::Fields>(value->data)) return error(key, key, "a table");
  return Table(file_, *value);
}

Result<std::vector<Table>> Table::tables(std::string_view key) const {
  std::vector<Table> found;
  const auto* value = find(key);
  if (value == nullptr) return found;
  const auto* list = std::get_if<Value::List>(&value->data);
  if (list == nullptr) return error(key, key, "a list of tables");
  for (const auto& item : *list) {
    if (!std::holds_alternative<Value::Fields>(item.data))
      return malformed(key, "a list of tables", file_, item.line);
    found.emplace_back(file_, item);
  }
  return found;
}

Result<std::vector<Table>> tables_of(std::span<const Document> documents, std::string_view key) {
  std::vector<Table> found;
  for (const auto& document : documents) {
    TRY(const auto here, Table(document.file, document.root).tables(key));
    found.insert(found.end(), here.begin(), here.end());
  }
  return found;
}

Result<> check_codes_unique(std::span<const Table> tables) {
  std::set<std::string> seen;
  for (const auto& table : tables) {
    TRY(const auto code, table.text("code"));
    if (!seen.insert(code).second) return table.error("code", code, "a code only once");
  }
  return ok();
}

}  // namespace nucong::catalogue::detail
