// The change sequence, followed: what happened after a number, act by act, as often as somebody asks.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/database.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// A report that an act brought, as a follower is told of it.
struct FollowedReport {
  std::string unit;  ///< its code
  Period period;
  std::uint32_t version = 0;
  std::string form;         ///< empty for figures that no form asks for
  std::size_t figures = 0;  ///< how many the version holds

  bool operator==(const FollowedReport&) const = default;
};

struct FollowedAct {
  Act act;
  std::vector<FollowedReport> reports;  ///< by unit as it was founded, period, version

  bool operator==(const FollowedAct&) const = default;
};

enum class FollowDetail : std::uint8_t {
  acts,    ///< FollowedAct::reports stays empty
  reports  ///< and the reports of acts that brought some
};

/// Each act after a number, once and whole, in order. A call that fails has told some acts or none; the next
/// one goes on behind them. The reader must outlive it.
class Follower {
 public:
  /// Begins behind the act `after`, 0 being before the first; without it behind the latest. Errors: those of
  /// Reader; `act.unknown` (params `after`, `latest`) for a number that no act has yet: whoever waited for it
  /// would miss all before it.
  [[nodiscard]] static Result<Follower> begin(Reader& reader, std::optional<Sequence> after,
                                              FollowDetail detail);

  /// Tells what became visible since the last call; `visit` must not call the database. Errors: those of
  /// Reader and `visit`; `store.damaged` for a report of no unit.
  [[nodiscard]] Result<> advance(const std::function<Result<>(const FollowedAct&)>& visit);

  /// The number of the last act told, or where it began.
  [[nodiscard]] Sequence seen() const { return seen_; }

 private:
  using Visit = std::function<Result<>(const FollowedAct&)>;

  Follower(Reader& reader, Sequence seen, FollowDetail detail)
      : reader_(&reader), seen_(seen), detail_(detail) {}

  [[nodiscard]] Result<> tell(FollowedAct act, const Visit& visit);
  [[nodiscard]] Result<> tell_with_reports(std::vector<Act> acts, const Visit& visit);
  [[nodiscard]] Result<> learn_units(const std::vector<Act>& acts);
  [[nodiscard]] Result<FollowedReport> followed(const StoredReport& stored) const;

  Reader* reader_;
  Sequence seen_;
  FollowDetail detail_;
  std::optional<unit::History> units_;  // read when there is first a report to name
};

}  // namespace nucong::app
