#include "report/standing.hpp"

#include <array>

namespace nucong::report {
namespace {

constexpr std::array<std::string_view, state_count> state_names = {"none",     "draft",    "sent",
                                                                   "returned", "accepted", "signed"};
constexpr std::array<std::string_view, 4> timeliness_names = {"open", "on_time", "late", "overdue"};

}  // namespace

std::string_view name_of(State state) {
  return state_names.at(static_cast<std::size_t>(state));
}

std::string_view name_of(Timeliness timeliness) {
  return timeliness_names.at(static_cast<std::size_t>(timeliness));
}

Standing received(Standing before, Version version, Date received) {
  if (version == 1) before.first_received = received;
  before.version = version;
  return before;
}

Standing of_current(Version version, Date received) {
  Standing standing;
  standing.first_received = received;
  standing.version = version;
  return standing;
}

State state_of(const Standing& standing, bool has_draft) {
  if (standing.locked) return State::signed_off;
  if (!standing.is_sent()) return has_draft ? State::draft : State::none;
  if (standing.judged != standing.version) return State::sent;
  switch (standing.verdict) {
    case Standing::Verdict::none:
      return State::sent;
    case Standing::Verdict::returned:
      return State::returned;
    case Standing::Verdict::accepted:
      return State::accepted;
  }
  return State::sent;
}

Timeliness timeliness(const Standing& standing, Date due, Date today) {
  if (standing.version > 0) return standing.first_received <= due ? Timeliness::on_time : Timeliness::late;
  return today <= due ? Timeliness::open : Timeliness::overdue;
}

}  // namespace nucong::report
