#include "answer/json_writer.hpp"

#include <fmt/format.h>

namespace nucong::answer {

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (counts_.empty()) return;
  const bool first = counts_.back()++ == 0;
  if (!first) text_ += layout_ == JsonLayout::one_line ? ", " : ",";
  begin_line();
}

void JsonWriter::begin_line() {
  if (layout_ == JsonLayout::one_line) return;
  text_ += '\n';
  text_.append(2 * counts_.size(), ' ');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  text_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) {
  before_value();
  text_ += bracket;
  counts_.push_back(0);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const bool any = counts_.back() > 0;
  counts_.pop_back();
  if (any) begin_line();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view token) {
  before_value();
  text_ += token;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        quoted += "\\\"";
        break;
      case '\\':
        quoted += "\\\\";
        break;
      case '\n':
        quoted += "\\n";
        break;
      case '\r':
        quoted += "\\r";
        break;
      case '\t':
        quoted += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20)
          quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
          quoted += c;
    }
  }
  return raw(quoted + '"');
}

}  // namespace nucong::answer
