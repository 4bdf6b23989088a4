// A report is filled in bit by bit, perhaps by two people: what was typed so far is kept, nothing
// overwritten.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

/// One box of the form. Without a value nothing is in it; "nothing happened" is 0.
struct DraftFigure {
  std::string code;  ///< of the series: "A04", "A04[sector=fdi]"
  std::optional<Decimal> value;
  std::string reason;
};

struct SaveReportDraft {
  std::string unit;
  Period period;
  std::string form;                  ///< empty: the one asked of the unit
  report::Version base = 0;          ///< the version that was on the screen when it was begun
  std::uint32_t revision = 0;        ///< of the saved draft that was on the screen; 0: there was none
  std::vector<DraftFigure> figures;  ///< all boxes: what is not there is not in the draft any more
};

/// The draft's new revision. Rules, jumps and signs are not looked at before it is sent. Errors: those of
/// `typist` with draft_report; `unit.unknown`, `form.unknown`, `form.period_kind`; at the cell of the figure
/// `element.unknown`, `element.split_unknown`, `element.not_whole`, `number.too_large`, `report.row_twice`,
/// `text.not_utf8`; `draft.changed` if somebody saved meanwhile: show both and let a person choose.
[[nodiscard]] Result<std::uint32_t> save_report_draft(const WorkPorts& ports, const Asker& asker,
                                                      const Present& present, const SaveReportDraft& wanted);

/// Throws the draft away that was looked at. Errors: those of `typist` with draft_report; `unit.unknown`;
/// `draft.changed`.
[[nodiscard]] Result<> drop_report_draft(const WorkPorts& ports, const Asker& asker, const Present& present,
                                         const std::string& unit, const Period& period,
                                         std::uint32_t revision);

}  // namespace nucong::app
