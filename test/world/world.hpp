// Small worlds of units for tests, one event a line:
//   2023-01-01 found HN parent=VN kind=provincial
//   2025-07-01 split A into=B share=0.6 decision=12/QD
// Words after the unit's code are fields; a name left out is the code itself.
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "unit/history.hpp"

namespace nucong::world {

inline unit::UnitEvent event(const std::string& line) {
  std::istringstream words(line);
  std::string date, kind, field;
  unit::UnitEvent made;
  words >> date >> kind >> made.unit;
  made.date = parse_date(date).value();
  made.kind = unit::parse_event_kind(kind).value();
  while (words >> field) {
    const auto equals = field.find('=');
    if (equals == std::string::npos) throw std::invalid_argument("no field: " + field);
    const std::string name = field.substr(0, equals);
    const std::string value = field.substr(equals + 1);
    if (name == "into")
      made.into = value;
    else if (name == "parent")
      made.parent = value;
    else if (name == "name")
      made.name = value;
    else if (name == "kind")
      made.unit_kind = value;
    else if (name == "decision")
      made.decision = value;
    else if (name == "share")
      made.share = Decimal::parse(value).value();
    else
      throw std::invalid_argument("unknown field: " + field);
  }
  if (made.kind == unit::EventKind::found && made.name.empty()) made.name = made.unit;
  return made;
}

inline std::vector<unit::UnitEvent> events(const std::string& text) {
  std::istringstream lines(text);
  std::vector<unit::UnitEvent> all;
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(' ') == std::string::npos) continue;
    all.push_back(event(line));
    all.back().place = {"world", number, {}};
  }
  return all;
}

/// Two provinces with three grassroots unions since 2023, in the order of their slots.
inline const std::string two_provinces = R"(
  2023-01-01 found VN kind=confederation
  2023-01-01 found P parent=VN kind=provincial
  2023-01-01 found Q parent=VN kind=provincial
  2023-01-01 found A parent=P kind=grassroots
  2023-01-01 found B parent=P kind=grassroots
  2023-01-01 found C parent=Q kind=grassroots
)";

inline unit::History history(const std::string& text) {
  return unit::History::replay(events(text)).value();
}

}  // namespace nucong::world
