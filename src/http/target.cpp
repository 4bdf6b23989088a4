#include "http/target.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace nucong::http {
namespace {

enum class Blank { plus, none };

std::optional<unsigned> hex_digit(char c) {
  if ('0' <= c && c <= '9') return static_cast<unsigned>(c - '0');
  if ('a' <= c && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if ('A' <= c && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// None for a broken escape, or for what is no text.
std::optional<std::string> decoded(std::string_view text, Blank blank) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (!high || !low) return std::nullopt;
      bytes += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      bytes += text[i] == '+' && blank == Blank::plus ? ' ' : text[i];
    }
  }
  if (std::ranges::any_of(bytes, is_control)) return std::nullopt;
  auto composed = nfc(bytes);
  if (composed.has_error()) return std::nullopt;
  return std::move(composed).value();
}

// "http://host/path" is what a proxy is asked; a server takes it as "/path".
std::string_view without_host(std::string_view text) {
  constexpr std::string_view scheme = "http://";
  if (!text.starts_with(scheme)) return text;
  const auto path = text.find('/', scheme.size());
  return path == std::string_view::npos ? "/" : text.substr(path);
}

std::optional<QueryParam> query_param(std::string_view piece) {
  const auto equals = piece.find('=');
  auto name = decoded(piece.substr(0, equals), Blank::plus);
  auto value =
      decoded(equals == std::string_view::npos ? std::string_view{} : piece.substr(equals + 1), Blank::plus);
  if (!name || !value) return std::nullopt;
  return QueryParam{*std::move(name), *std::move(value)};
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  const auto malformed = [&] {
    return fail(ErrorCode::request_target_malformed, {{"text", std::string(text)}});
  };
  const std::string_view local = without_host(text);
  if (!local.starts_with('/') || local.find('#') != std::string_view::npos) return malformed();
  const auto mark = local.find('?');
  Target target;
  for (const auto part : split(local.substr(1, mark == std::string_view::npos ? mark : mark - 1), '/')) {
    auto plain = decoded(part, Blank::none);
    if (!plain) return malformed();
    target.path.push_back(*std::move(plain));
  }
  if (mark == std::string_view::npos) return target;
  for (const auto piece : split(local.substr(mark + 1), '&')) {
    if (piece.empty()) continue;
    auto param = query_param(piece);
    if (!param) return malformed();
    target.query.push_back(*std::move(param));
  }
  return target;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view plain = "-._~";
  std::string encoded;
  for (const char c : text) {
    const bool letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
    if (letter || plain.find(c) != std::string_view::npos)
      encoded += c;
    else
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace nucong::http
