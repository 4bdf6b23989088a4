// What a directive's targets cost those who are asked for the figures, told before it is handed down.
#pragma once

#include <string>
#include <vector>

#include "app/asker.hpp"
#include "app/nation.hpp"

namespace nucong::app {

/// A series that a target is measured by.
struct BurdenFigure {
  std::string code;
  std::string title_vi;
  std::string title_en;
  std::vector<std::string> forms;  ///< codes of those that ask it already; none: it is new
  std::uint32_t units = 0;         ///< of the branch, that are or would be asked
};

struct BurdenTarget {
  std::string id;  ///< of an adopted directive "D3.2"; of a text the number, from 1
  std::string quote;
  std::string indicator;             ///< code; empty: nothing measures it yet, and it is not counted below
  std::vector<std::string> figures;  ///< codes
};

/// One round of reporting: each figure once from each unit. A figure that several targets need is asked once.
struct Burden {
  std::vector<BurdenTarget> targets;
  std::vector<BurdenFigure> figures;  ///< by code of the catalogue, each once
  Decimal minutes_per_figure;         ///< an assumption (report::Effort)
  Decimal known_hours;                ///< for figures that some form asks already; to one decimal
  Decimal new_hours;
};

/// Of today's branch of the unit, as far as the directive was given to it. A new figure would be asked of
/// every unit there that any form asks. Needs see_figures at the unit. Errors: `scope.exceeded`; `unit.*`;
/// `directive.unknown`.
[[nodiscard]] Result<Burden> burden(const Asker& asker, const Present& present, const std::string& directive,
                                    const std::string& unit);
/// Of a text that was not adopted, its targets bound as `adopt` would bind them and given to the recipients,
/// or with none to the whole branch. Errors: as above; `directive.no_target`; those of recipients_named.
[[nodiscard]] Result<Burden> burden_of_text(const Asker& asker, const Present& present,
                                            const std::string& text, const std::string& unit,
                                            const std::vector<std::string>& recipients = {});

}  // namespace nucong::app
