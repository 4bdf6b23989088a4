#include "app/rows.hpp"

#include <charconv>
#include <string>

namespace nucong::app {

Result<Rows> Rows::parse(std::string_view text) {
  if (text == "self") return Rows{Kind::self};
  if (text == "child") return Rows{Kind::child};
  constexpr std::string_view level = "level:";
  Rows rows{Kind::level};
  if (text.starts_with(level)) {
    const auto digits = text.substr(level.size());
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), rows.level);
    if (status == std::errc{} && end == digits.data() + digits.size() && !digits.empty()) return rows;
  }
  return fail(ErrorCode::usage, {{"text", std::string(text)}, {"expected", "self, child, level:1"}});
}

std::vector<Slot> row_units(const Rows& rows, Slot unit, const unit::Tree& tree) {
  switch (rows.kind) {
    case Rows::Kind::self:
      return {unit};
    case Rows::Kind::child:
      return tree.children(unit);
    case Rows::Kind::level:
      return tree.at_level(unit, rows.level);
  }
  return {};
}

}  // namespace nucong::app
