#include "cli/wording.hpp"

namespace nucong::cli {

using directive::Comparator;
using directive::Quantity;
using target::Status;

namespace {

std::string_view told(Comparator comparator) {
  switch (comparator) {
    case Comparator::at_least:
      return "≥ ";
    case Comparator::more_than:
      return "> ";
    case Comparator::at_most:
      return "≤ ";
    case Comparator::less_than:
      return "< ";
    case Comparator::equal:
      return "= ";
    case Comparator::range:
      return "";
  }
  return "";
}

}  // namespace

std::string told_aim(Comparator comparator, Decimal value, std::optional<Decimal> value_max, Quantity unit,
                     const std::string& noun, NumberStyle style) {
  std::string text(told(comparator));
  text += format_number(value, style);
  if (value_max) text += "–" + format_number(*value_max, style);
  if (unit == Quantity::percent) text += " %";
  if (unit == Quantity::money_vnd) text += " đ";
  if (unit == Quantity::times) text += " ×";
  if (!noun.empty()) text += " " + noun;
  return text;
}

std::string told_value(const std::optional<Decimal>& value, indicator::ValueUnit unit, NumberStyle style) {
  if (!value) return "–";
  const bool percent = unit == indicator::ValueUnit::percent;
  return format_number(*value, style, percent ? 1 : 0) + (percent ? " %" : "");
}

std::string_view sign_of(Status status) {
  switch (status) {
    case Status::met:
      return "✓";
    case Status::on_track:
      return "›";
    case Status::behind:
      return "!";
    case Status::missed:
      return "✗";
    case Status::no_data:
      return "?";
    case Status::not_bound:
    case Status::not_divided:
    case Status::not_given:
      return " ";
  }
  return " ";
}

}  // namespace nucong::cli
