// From events to History: each event is checked against the units as they stand on its date.
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "unit/detail/children.hpp"
#include "unit/history.hpp"

namespace nucong::unit::detail {

/// The rows of one split, in order of recording.
using Rows = std::vector<const UnitEvent*>;

[[nodiscard]] Error refused(ErrorCode code, const UnitEvent& event, std::string name = {},
                            std::string value = {});

/// The state of all units on the date reached so far. One run each; after a refused one it is of no use.
class Replay {
 public:
  Replay() = default;
  /// Goes on from the last date of `known`, which must outlive this.
  explicit Replay(const History& known);

  /// Events in order of recording, none earlier than the date reached.
  Result<> run(std::span<const UnitEvent> events);
  /// Once, after the run.
  [[nodiscard]] History finish();

 private:
  Result<> give_slots(std::span<const UnitEvent> events);
  Result<> run_day(std::span<const UnitEvent* const> events);
  void begin_day(Date date);
  Result<> apply(const UnitEvent& event);
  Result<> found(const UnitEvent& event);
  Result<> rename(const UnitEvent& event);
  Result<> move(const UnitEvent& event);
  Result<> merge(const UnitEvent& event);
  Result<> split(const Rows& rows);
  Result<Handover> handover_of(const Rows& rows, Slot slot) const;
  Result<> close(const UnitEvent& event);

  Result<Slot> standing(const UnitEvent& event) const;
  Result<Slot> standing_parent(const UnitEvent& event) const;
  Result<Slot> standing_heir(const UnitEvent& event) const;
  Result<std::string> kind_of_newcomer(const UnitEvent& event, Slot parent);
  Result<> refuse_children(const UnitEvent& event, Slot slot) const;
  [[nodiscard]] bool is_founded(Slot slot) const { return data_->lives.parent(slot) || data_->root == slot; }
  [[nodiscard]] bool is_within(Slot slot, Slot branch) const;
  void attach(Slot child, Slot parent, Date date);
  void detach(Slot child);
  void hand_on(Slot slot, Handover handover);
  void inherit(Slot heir, Slot from, const Handover& handover);
  [[nodiscard]] const Unit& unit(Slot slot) const { return data_->units.at(slot); }

  std::shared_ptr<History::Data> data_ = std::make_shared<History::Data>();
  std::shared_ptr<Codes> codes_;  // ours to add to; none as long as nobody was founded
  Children children_;
  std::set<Slot> heirs_;                              // founded on the date reached, and heir to somebody
  std::vector<Slot> handed_on_;                       // for the first time
  std::unordered_map<Slot, std::string> kind_below_;  // what all children are, where that was asked
};

}  // namespace nucong::unit::detail
