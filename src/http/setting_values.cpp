#include "http/setting_values.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <span>

#include <fmt/format.h>

namespace nucong::http {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};

// A whole number and one of the units behind it, from 1 to `most`.
std::optional<std::uint64_t> measure(std::string_view text, std::span<const Unit> units, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc{} || number == 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  for (const auto& unit : units)
    if (text == unit.name && number <= most / unit.factor) return number * unit.factor;
  return std::nullopt;
}

struct Shown {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(const app::Setting::Texts& texts) const {
    return fmt::format("[{}]", fmt::join(texts, ", "));
  }
};

}  // namespace

std::optional<std::chrono::milliseconds> time_of(std::string_view text) {
  constexpr std::array<Unit, 4> units = {{{"ms", 1}, {"s", 1'000}, {"min", 60'000}, {"h", 3'600'000}}};
  constexpr std::uint64_t day = 24 * 3'600'000;
  const auto read = measure(text, units, day);
  if (!read) return std::nullopt;
  return std::chrono::milliseconds(*read);
}

std::optional<std::size_t> size_of(std::string_view text) {
  constexpr std::array<Unit, 3> units = {{{"B", 1}, {"KiB", 1U << 10}, {"MiB", 1U << 20}}};
  return measure(text, units, std::uint64_t{1} << 30);
}

std::string shown(const app::Setting::Value& value) {
  return std::visit(Shown{}, value);
}

}  // namespace nucong::http
