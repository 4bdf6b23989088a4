// A TOML file as plain values that know their lines; only document.cpp knows the parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace nucong::catalogue::detail {

struct Field;

struct Value {
  using List = std::vector<Value>;
  using Fields = std::vector<Field>;  // sorted by key
  std::variant<std::string, std::int64_t, bool, Date, List, Fields> data;
  std::uint32_t line = 0;
};

struct Field {
  std::string key;
  Value value;
};

struct Document {
  std::string file;
  Value root;  // Fields
};

/// Texts are NFC. Errors: `catalogue.malformed`, also for what a catalogue never holds: floats and times.
[[nodiscard]] Result<Document> parse_document(std::string_view file, std::string_view toml);

[[nodiscard]] Error malformed(std::string_view text, std::string_view expected, std::string_view file,
                              std::uint32_t line);

}  // namespace nucong::catalogue::detail
