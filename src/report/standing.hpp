// Where a report stands, without its figures: what was sent last, and what was decided about it.
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "report/submission.hpp"

namespace nucong::report {

/// What is known of one report, so small that a nation's fit in memory. One without anything known is equal
/// to `Standing{}`.
struct Standing {
  enum class Verdict : std::uint8_t { none, returned, accepted };

  Date first_received{};    ///< the day on which version 1 came; means nothing while there is none
  Version version = 0;      ///< the current one; 0: no figures of its own
  Version judged = 0;       ///< the version that the verdict is about
  std::uint32_t steps = 0;  ///< the number of the last step; 0: none yet
  Verdict verdict = Verdict::none;
  bool sent_on = false;  ///< the branch was sent on at least once
  bool locked = false;   ///< signed, and neither returned nor reopened since

  /// Whether there is anything to look at: figures of its own, or a branch that was sent on.
  [[nodiscard]] bool is_sent() const { return version > 0 || sent_on; }

  bool operator==(const Standing&) const = default;
};
static_assert(sizeof(Standing) <= 32 && std::is_trivially_copyable_v<Standing>);

/// The standing after version `version`, which came in on `received`, became the current one.
[[nodiscard]] Standing received(Standing before, Version version, Date received);
/// What the current version of a report tells by itself: that it came, and when.
[[nodiscard]] Standing of_current(Version version, Date received);

/// Spelled by `name_of` as in JSON and in the addresses of the API: do not rename.
enum class State : std::uint8_t {
  none,       ///< nothing is there
  draft,      ///< Nháp: somebody began, nothing was sent
  sent,       ///< Đã gửi: nobody above has decided about it yet
  returned,   ///< Trả lại
  accepted,   ///< Đã duyệt
  signed_off  ///< Đã ký: frozen; spelled "signed"
};
inline constexpr std::size_t state_count = 6;

[[nodiscard]] std::string_view name_of(State state);

/// A verdict holds for the version it is about: a newer one, or a branch sent on anew, is merely sent.
/// `has_draft` matters only while nothing was sent.
[[nodiscard]] State state_of(const Standing& standing, bool has_draft);

/// How the report stands to its due day. A correction does not make it late: the first version tells. A
/// branch that was sent on has no figures of its own to be late with.
enum class Timeliness : std::uint8_t {
  open,     ///< nothing came, and it need not have yet
  on_time,  ///< came on the due day or before
  late,     ///< came later
  overdue   ///< Quá hạn: the due day has passed and nothing came
};

[[nodiscard]] std::string_view name_of(Timeliness timeliness);
[[nodiscard]] Timeliness timeliness(const Standing& standing, Date due, Date today);

}  // namespace nucong::report
