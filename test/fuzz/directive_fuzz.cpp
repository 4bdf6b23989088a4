// Whatever the bytes, the reader returns; every span lies in the text, on character boundaries, and holds its
// quote.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "directive/text/letters.hpp"
#include "directive/reading.hpp"

namespace {

using nucong::directive::Span;

bool inside_a_character(std::string_view text, std::size_t at) {
  return at < text.size() && at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = nucong::directive::character_at(text, at);
    if (character.code == nucong::directive::broken_byte && character.bytes == 1) return false;
    at += character.bytes;
  }
  return true;
}

void check(bool holds) {
  if (!holds) std::abort();
}

void check_span(std::string_view text, Span span, bool whole_characters) {
  check(span.begin <= span.end && span.end <= text.size());
  if (whole_characters) check(!inside_a_character(text, span.begin) && !inside_a_character(text, span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool valid = is_utf8(text);
  const auto reading = nucong::directive::read(text);
  for (const auto& target : reading.targets) {
    check_span(text, target.span, valid);
    check_span(text, target.number, valid);
    check(target.quote == text.substr(target.span.begin, target.span.end - target.span.begin));
    check(text.find(target.subject) != std::string_view::npos &&
          text.find(target.measure) != std::string_view::npos);
    check(!target.value_max || *target.value_max > target.value);
  }
  for (const auto& citation : reading.citations) {
    check_span(text, citation.span, valid);
    check(citation.quote == text.substr(citation.span.begin, citation.span.end - citation.span.begin));
  }
  return 0;
}
