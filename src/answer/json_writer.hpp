// JSON as commands and the server write it: exact decimals, a fixed order of keys, two spaces of indent. (A
// JSON library holds a number as a double and would print 92.3 as 9.23E1.)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"

namespace nucong::answer {

enum class JsonLayout : std::uint8_t {
  indented,
  one_line  ///< for streams: each document is a line
};

/// Open and close must pair; every value inside an object follows its key.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout = JsonLayout::indented) : layout_(layout) {}

  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(Decimal number) { return raw(number.str()); }
  JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  template <class T>
  JsonWriter& value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : null();
  }
  template <class T>
  JsonWriter& member(std::string_view name, const T& of) {
    return key(name).value(of);
  }

  /// The document, with a line end.
  [[nodiscard]] std::string take() && { return std::move(text_) + "\n"; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view token);
  void before_value();
  void begin_line();

  JsonLayout layout_;
  std::string text_;
  std::vector<std::size_t> counts_;  // values so far in each open bracket
  bool after_key_ = false;
};

}  // namespace nucong::answer
