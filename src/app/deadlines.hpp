// The unit above gives more time, and asks for what has not come.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

struct ExtendDeadline {
  std::string unit;  ///< and all below it
  std::string form;
  Period period;
  Date due{};          ///< the new last day
  std::string reason;  ///< may be empty
};

/// One act with `also`. Needs extend_deadline at the unit: nobody gives themselves more time. Errors:
/// `scope.exceeded`, `token.read_only`; `unit.*` unless the unit stood on the period's last day;
/// `form.unknown`, `form.period_kind`; `deadline.earlier`; `text.not_utf8`.
[[nodiscard]] Result<Sequence> extend_deadline(const WorkPorts& ports, const Asker& asker,
                                               const Present& present, const ExtendDeadline& wanted,
                                               const BeforeCommit<Sequence>& also = {});

/// A unit that was reminded is left alone so long.
inline constexpr std::chrono::seconds reminded_again = std::chrono::hours(24);

struct RemindLate {
  std::string unit;  ///< and all below it
  std::string form;
  Period period;
  bool again = false;  ///< also those that were reminded within `reminded_again`
};

struct Reminded {
  std::vector<std::string> units;  ///< codes of those that were reminded now, in the order of the tree
  std::size_t lately = 0;          ///< silent too, and left alone because they were reminded lately
  Sequence sequence = 0;           ///< of the act; of the last one if nobody was reminded
};

/// Reminds those of the branch that are asked and have sent nothing, whether or not the due day has passed;
/// as one act with `also`, or none where there is nobody to remind: `also` is left alone then. Needs remind
/// at each of them; the unit itself is passed over where it is not below the asker's office. Errors:
/// `scope.exceeded`, `token.read_only`; `unit.*` unless the unit stood on the period's last day;
/// `form.unknown`, `form.period_kind`.
[[nodiscard]] Result<Reminded> remind_late(const WorkPorts& ports, const Asker& asker, const Present& present,
                                           const RemindLate& wanted, const BeforeCommit<Reminded>& also = {});

}  // namespace nucong::app
