#include "catalogue/detail/document.hpp"

#include "base/text.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace nucong::catalogue::detail {
namespace {

Result<std::string> clean(std::string_view text, std::string_view file, std::uint32_t line) {
  auto composed = nfc(text);
  if (!composed) return malformed({}, "UTF-8", file, line);
  return std::move(composed).value();
}

Result<Value> value_of(const toml::node& node, std::string_view file) {
  Value made{{}, node.source().begin.line};
  if (const auto* table = node.as_table()) {
    Value::Fields fields;
    for (const auto& [key, inner] : *table) {
      TRY(auto value, value_of(inner, file));
      // A table of its own begins where its name stands.
      if (inner.is_table()) value.line = key.source().begin.line;
      fields.push_back({std::string(key.str()), std::move(value)});
    }
    made.data = std::move(fields);
  } else if (const auto* array = node.as_array()) {
    Value::List list;
    for (const auto& inner : *array) {
      TRY(auto value, value_of(inner, file));
      list.push_back(std::move(value));
    }
    made.data = std::move(list);
  } else if (const auto* text = node.as_string()) {
    TRY(made.data, clean(text->get(), file, made.line));
  } else if (const auto* number = node.as_integer()) {
    made.data = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    made.data = flag->get();
  } else if (const auto* date = node.as_date()) {
    made.data = make_date(date->get().year, date->get().month, date->get().day);
  } else {
    return malformed({}, "a text, whole number, true, false or date", file, made.line);
  }
  return made;
}

}  // namespace

Error malformed(std::string_view text, std::string_view expected, std::string_view file, std::uint32_t line) {
  return fail(ErrorCode::catalogue_malformed,
              {{"text", std::string(text)}, {"expected", std::string(expected)}})
      .at({std::string(file), line, {}});
}

Result<Document> parse_document(std::string_view file, std::string_view toml) {
  const auto parsed = toml::parse(toml, file);
  if (!parsed) {
    const auto& error = parsed.error();
    return malformed(error.description(), "TOML", file, error.source().begin.line);
  }
  TRY(auto root, value_of(parsed.table(), file));
  return Document{std::string(file), std::move(root)};
}

}  // namespace nucong::catalogue::detail
