// The figures of one made-up union, by the readable names of catalogue/elements.toml.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "demo/chronicle.hpp"

namespace nucong::demo {

// First what a quarter's report asks, states before events; then what only the year's asks.
// clang-format off
#define NUCONG_DEMO_STOCKS(X) X(members) X(women_members)
#define NUCONG_DEMO_FLOWS(X)                                                                        \
  X(new_women_members) X(lost_women_members) X(new_committees) X(consolidated_committees)           \
  X(dissolved_committees) X(training_courses) X(trainees) X(communication_events)                   \
  X(women_attendances) X(men_attendances) X(publications) X(women_sent_to_training)                 \
  X(women_promoted) X(inspections_led) X(inspections_joined) X(dialogues_on_women)                  \
  X(complaints_received) X(complaints_resolved) X(legal_advice) X(hardship_visits)                  \
  X(hardship_money) X(scholarships) X(care_activities) X(cultural_events) X(cultural_attendances)   \
  X(women_initiatives)
#define NUCONG_DEMO_YEARLY(X)                                                                       \
  X(workers) X(women_workers) X(pregnant_workers) X(mothers_of_infants) X(women_in_hazardous_work)  \
  X(ethnic_minority_women) X(women_with_disability) X(single_mothers) X(migrant_women)              \
  X(children_under_6) X(children_6_to_15) X(women_postgraduates) X(women_graduates)                 \
  X(women_college_graduates) X(women_intermediate_graduates) X(women_skilled_workers)               \
  X(women_political_theory) X(women_foreign_language) X(women_party_members)                        \
  X(women_recommended_to_party) X(women_admitted_to_party) X(eligible_unions) X(upper_committees)   \
  X(grassroots_committees) X(committee_members) X(committee_members_in_bch)                         \
  X(committees_with_rules) X(committees_meeting_regularly) X(committees_rated_good)                 \
  X(committees_rated_fair) X(committees_rated_average) X(committees_rated_weak)                     \
  X(digital_committees) X(women_clubs) X(self_managed_groups) X(full_time_officers)                 \
  X(part_time_officers) X(resolutions_deployed) X(commemorations) X(commemoration_attendances)      \
  X(commemoration_money) X(women_in_bch) X(bch_members) X(women_in_btv) X(btv_members)              \
  X(women_in_ubkt) X(ubkt_members) X(women_chairs) X(chairs) X(women_vice_chairs) X(vice_chairs)    \
  X(women_team_leaders) X(women_in_planning) X(people_in_planning) X(women_in_party_committees)     \
  X(women_managers) X(women_executives) X(managers) X(drafts_reviewed) X(women_opinions)            \
  X(units_inspected) X(recommendations) X(recommendations_done) X(collective_agreements)            \
  X(new_agreements) X(amended_agreements) X(agreements_for_women) X(clauses_for_women)              \
  X(women_intensive_enterprises) X(enterprises_with_lactation_room) X(lactation_rooms)              \
  X(enterprises_lacking_lactation_room) X(enterprises_with_nursery) X(childcare_recipients)         \
  X(childcare_money) X(enterprises_with_gynaecology) X(gynaecological_checkups)                     \
  X(enterprises_with_harassment_rules) X(dialogues_with_women) X(complaints_pending) X(homes_built) \
  X(homes_repaired) X(homes_money) X(loan_households) X(loan_balance) X(scholarship_money)          \
  X(children_given_presents) X(presents_money) X(summer_camp_children) X(children_honoured)         \
  X(sponsored_children) X(sponsorship_money) X(welfare_beneficiaries) X(welfare_money)              \
  X(day_pay_participants) X(day_pay_money) X(day_pay_beneficiaries) X(cultural_money)               \
  X(title_registrations) X(title_holders) X(title_awards_upper) X(title_awards_provincial)          \
  X(title_awards_national) X(title_awards_collective) X(women_emulation_fighters)                   \
  X(women_advanced_workers) X(women_creative_labour) X(initiatives_value) X(exemplary_families)     \
  X(award_nominations) X(awards_won) X(women_budget) X(women_spending) X(raised_money)              \
  X(raised_in_kind) X(fund_balance)
// clang-format on

enum class Counted : std::uint8_t {
#define X(name) name,
  NUCONG_DEMO_STOCKS(X) NUCONG_DEMO_FLOWS(X) NUCONG_DEMO_YEARLY(X)
#undef X
};

/// In the order of Counted.
constexpr auto counted_names = std::to_array<std::string_view>({
#define X(name) #name,
    NUCONG_DEMO_STOCKS(X) NUCONG_DEMO_FLOWS(X) NUCONG_DEMO_YEARLY(X)
#undef X
});

/// One amount each, in the smallest unit.
class Values {
 public:
  /// Left blank in the report: does not apply to such a union.
  static constexpr std::int64_t blank = -1;

  Values() { amounts_.fill(blank); }
  [[nodiscard]] std::int64_t& operator[](Counted counted) {
    return amounts_[static_cast<std::size_t>(counted)];
  }
  [[nodiscard]] std::int64_t operator[](Counted counted) const {
    return amounts_[static_cast<std::size_t>(counted)];
  }
  /// Joins a later quarter: states are taken over, events added.
  void join(const Values& quarter);

 private:
  std::array<std::int64_t, counted_names.size()> amounts_;
};

/// A union that reports, with all that its figures follow from.
struct Reporter {
  Slot slot;
  std::string_view kind;
  std::uint64_t seed = 0;
  std::uint8_t province = 0;
  std::uint8_t trade = 0;
  std::int64_t workers = 0;
  Quarter first = 0;  ///< the first one on whose last day it stands
  Quarter end = 0;    ///< the first one on whose last day it no longer stands
  Quarter resized = 0;
  std::int64_t resized_permille = 1000;
  bool begins_with_new_members = false;
  bool is_grassroots = false;

  explicit Reporter(Slot slot, const Union& from);
  [[nodiscard]] bool stands_in(Quarter quarter) const { return first <= quarter && quarter < end; }
  [[nodiscard]] bool lags() const { return province < provinces().size() && provinces()[province].lags; }
  [[nodiscard]] int industry() const {
    return province < provinces().size() ? provinces()[province].industry : 7;
  }
};

/// What a throw decides about a union, each with a stream of its own.
enum class Purpose : std::uint8_t { traits, size, quarter, year, idleness, conduct, slip };

[[nodiscard]] inline Dice dice_of(const Reporter& reporter, Purpose purpose, int period) {
  return Dice(reporter.seed, static_cast<std::uint64_t>(period + 1000),
              static_cast<std::uint64_t>(purpose) + 16);
}

/// The people of a grassroots union at the end of a quarter. Women are some of the workers, members too.
struct People {
  std::int64_t workers = 0;
  std::int64_t women = 0;
  std::int64_t members = 0;
  std::int64_t women_members = 0;
};
[[nodiscard]] People people_of(const Reporter& reporter, Quarter quarter);
/// Whether it has a women's committee at the end of the quarter.
[[nodiscard]] bool has_committee(const Reporter& reporter, Quarter quarter);
/// True in years in which a union does nothing for women and children.
[[nodiscard]] bool is_idle(const Reporter& reporter, int year);

/// Of a grassroots union that stands in the quarter.
[[nodiscard]] Values quarter_figures(const Reporter& reporter, Quarter quarter);
/// Of a grassroots union that stands at the end of the year: joins its quarters, so that the two never
/// contradict each other.
[[nodiscard]] Values year_figures(const Reporter& reporter, int year);
/// The own work of a union above the grassroots.
[[nodiscard]] Values upper_year_figures(const Reporter& reporter, int year);

}  // namespace nucong::demo
