// A draft against everything known: the unit, the elements, the report as it stood, rules and jumps.
#pragma once

#include <optional>
#include <vector>

#include "app/draft.hpp"
#include "app/known_reports.hpp"
#include "app/ports.hpp"
#include "app/rejection.hpp"
#include "report/submission.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// Rules of the catalogue. Of an amount that was typed, not of one that stood there before.
enum class Strictness : std::uint8_t {
  full,        ///< rules, and jumps need a reason
  rules_only,  ///< history taken over from elsewhere: rules hold, jumps pass
};

/// What drafts are checked against; outlives the check.
struct CheckGround {
  const Knowledge& knowledge;
  const unit::History& history;
  const KnownReports& known;
  Date today;
  Strictness strictness;
  const Places& places;
};

/// Checks one draft after the other. For one thread at a time; several may share a ground.
class DraftCheck {
 public:
  explicit DraftCheck(const CheckGround& ground) : ground_(ground), unpacker_(ground.knowledge.elements()) {}

  /// The report's next version; none if the draft changes nothing, or is at fault: then `rejection` has all
  /// that is wrong with it. Errors there: `unit.not_yet_founded`, `unit.closed`, `report.period_future`,
  /// `element.period_kind`, `element.not_whole`, `element.negative`, `number.too_large`,
  /// `report.rule_broken`, `report.jump_unexplained`, `report.empty`; `store.damaged`. The draft's cells are
  /// put in order.
  [[nodiscard]] std::optional<StoredReport> check(Draft& draft, Rejection& rejection);

 private:
  using Figures = std::vector<report::Figure>;

  [[nodiscard]] const indicator::Elements& elements() const { return ground_.knowledge.elements(); }
  [[nodiscard]] Result<> check_unit(const Draft& draft) const;
  [[nodiscard]] Result<> read_before(const StoredReport* before);
  [[nodiscard]] bool lay_over(const Draft& draft, Rejection& rejection);
  [[nodiscard]] Result<std::int64_t> amount_of(const DraftCell& cell, const Draft& draft) const;
  void check_rules(const Draft& draft, Rejection& rejection) const;
  [[nodiscard]] Result<> check_jumps(const Draft& draft, Rejection& rejection);
  [[nodiscard]] StoredReport made(const Draft& draft, const StoredReport* before) const;

  CheckGround ground_;
  report::Unpacker unpacker_;
  Figures before_;  // of the report as it stood, in order
  Figures after_;   // with the draft laid over it
};

}  // namespace nucong::app
