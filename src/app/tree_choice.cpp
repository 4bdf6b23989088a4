#include "app/tree_choice.hpp"

namespace nucong::app {

Result<TreeChoice> TreeChoice::parse(std::string_view text) {
  if (text == "as-was") return TreeChoice{Kind::as_was, {}};
  if (text == "as-is") return TreeChoice{Kind::as_is, {}};
  TRY(const Date date, parse_date(text));
  return TreeChoice{Kind::date, date};
}

Date TreeChoice::day(const Period& period, Date today) const {
  switch (kind) {
    case Kind::as_was:
      return period.last();
    case Kind::as_is:
      return today;
    case Kind::date:
      return date;
  }
  return today;
}

Result<Slot> standing_unit(const unit::History& history, Date day, std::string_view code) {
  TRY(const Slot slot, history.slot(code));
  const auto& unit = history.unit(slot);
  if (unit.stands_on(day)) return slot;
  if (day < unit.founded)
    return fail(ErrorCode::unit_not_yet_founded,
                {{"unit", unit.code}, {"date", format_date(day)}, {"founded", format_date(unit.founded)}});
  const auto& heirs = unit.handovers.back().heirs;
  return fail(ErrorCode::unit_closed, {{"unit", unit.code},
                                       {"date", format_date(day)},
                                       {"ended", format_date(*unit.ended)},
                                       {"into", heirs.empty() ? "" : history.unit(heirs.front().unit).code}});
}

}  // namespace nucong::app
