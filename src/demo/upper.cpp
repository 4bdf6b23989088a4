// What a union above the grassroots does itself in a year.
#include <algorithm>

#include "demo/figures.hpp"

namespace nucong::demo {

using enum Counted;

namespace {

// How much a union of that kind does, against one directly above the grassroots.
std::int64_t weight_of(std::string_view kind) {
  if (kind == "confederation") return 12;
  if (kind == "provincial") return 5;
  if (kind == "sector" || kind == "corporation" || kind == "ministry") return 3;
  return 1;
}

void count_organisation(Values& values, Dice& traits, Dice& dice, std::int64_t weight) {
  const std::int64_t committee = traits.happens(930) ? 1 : 0;
  values[upper_committees] = committee;
  values[new_committees] = values[dissolved_committees] = 0;
  values[consolidated_committees] = dice.happens(200) ? committee : 0;
  values[committee_members] = committee * (5 + weight);
  values[committee_members_in_bch] = committee * (2 + weight / 3);
  values[committees_with_rules] = dice.happens(950) ? committee : 0;
  values[committees_meeting_regularly] = dice.happens(900) ? committee : 0;
  const bool good = dice.happens(700);
  values[committees_rated_good] = good ? committee : 0;
  values[committees_rated_fair] = good ? 0 : committee;
  values[committees_rated_average] = values[committees_rated_weak] = 0;
  values[digital_committees] = dice.happens(750) ? committee : 0;
  values[full_time_officers] = weight >= 5 ? weight / 2 : 0;
  values[part_time_officers] = 1 + weight;
  values[training_courses] = weight * dice.between(1, 3);
  values[trainees] = values[training_courses] * dice.between(50, 90);
  values[resolutions_deployed] = dice.between(1, 3);
}

void count_cadres(Values& values, Dice& traits, std::int64_t weight) {
  const auto women_of = [&](std::int64_t all) {
    return std::min(all, (all * traits.between(280, 520) + 500) / 1000);
  };
  values[bch_members] = 11 + 10 * std::min<std::int64_t>(weight, 6);
  values[women_in_bch] = women_of(values[bch_members]);
  values[btv_members] = values[bch_members] / 3;
  values[women_in_btv] = women_of(values[btv_members]);
  values[ubkt_members] = 3 + weight;
  values[women_in_ubkt] = women_of(values[ubkt_members]);
  values[chairs] = 1;
  values[women_chairs] = women_of(1);
  values[vice_chairs] = 1 + std::min<std::int64_t>(weight / 2, 4);
  values[women_vice_chairs] = women_of(values[vice_chairs]);
  values[people_in_planning] = 6 * weight;
  values[women_in_planning] = women_of(values[people_in_planning]);
}

void count_work(Values& values, Dice& dice, std::int64_t weight) {
  values[communication_events] = weight * dice.between(4, 7);
  values[women_attendances] = values[communication_events] * dice.between(80, 120);
  values[men_attendances] = values[women_attendances] * dice.between(15, 25) / 100;
  values[publications] = weight * dice.between(20, 40);
  values[commemorations] = weight * dice.between(3, 5);
  values[commemoration_attendances] = values[commemorations] * dice.between(100, 150);
  values[commemoration_money] = values[commemoration_attendances] * dice.between(9, 12) * 10'000;
  values[women_sent_to_training] = weight * dice.between(2, 5);
  values[women_promoted] = weight * dice.below(3);
  values[drafts_reviewed] = weight * dice.between(1, 3);
  values[women_opinions] = values[drafts_reviewed] * dice.between(5, 12);
  values[inspections_led] = weight * dice.between(1, 3);
  values[inspections_joined] = weight * dice.between(1, 2);
  values[units_inspected] = values[inspections_led] + values[inspections_joined];
  values[recommendations] = values[units_inspected] * dice.between(1, 3);
  values[recommendations_done] = values[recommendations] * dice.between(7, 10) / 10;
  values[dialogues_on_women] = weight * dice.between(1, 2);
  values[dialogues_with_women] = values[dialogues_on_women];
  values[complaints_received] = weight * dice.below(4);
  values[complaints_resolved] = values[complaints_received] * dice.between(8, 10) / 10;
  values[complaints_pending] = values[complaints_received] - values[complaints_resolved];
  values[legal_advice] = weight * dice.between(20, 50);
}

void count_care(Values& values, Dice& dice, std::int64_t weight) {
  values[hardship_visits] = weight * dice.between(40, 80);
  values[hardship_money] = values[hardship_visits] * dice.between(5, 8) * 100'000;
  values[homes_built] = weight * dice.between(1, 2);
  values[homes_repaired] = weight * dice.below(2);
  values[homes_money] = values[homes_built] * 50'000'000 + values[homes_repaired] * 25'000'000;
  values[scholarships] = weight * dice.between(30, 60);
  values[scholarship_money] = values[scholarships] * 1'000'000;
  values[children_given_presents] = weight * dice.between(200, 400);
  values[presents_money] = values[children_given_presents] * 150'000;
  values[sponsored_children] = weight * dice.between(5, 8);
  values[sponsorship_money] = values[sponsored_children] * 6'000'000;
  values[care_activities] = weight * dice.between(2, 4);
  values[women_initiatives] = weight * dice.below(3);
  values[exemplary_families] = weight * dice.between(3, 6);
  values[award_nominations] = weight >= 3 ? dice.below(4) : 0;
  values[awards_won] = values[award_nominations] / 2;
  values[women_budget] = weight * dice.between(200, 300) * 1'000'000;
  values[women_spending] = values[women_budget] * dice.between(88, 101) / 100;
  values[raised_money] = weight * dice.between(80, 150) * 1'000'000;
  values[raised_in_kind] = weight * dice.between(20, 40) * 1'000'000;
  values[fund_balance] = values[women_budget] * dice.between(5, 9) / 100;
}

}  // namespace

Values upper_year_figures(const Reporter& reporter, int year) {
  Dice traits = dice_of(reporter, Purpose::traits, 2);
  Dice dice = dice_of(reporter, Purpose::year, year);
  const std::int64_t weight = weight_of(reporter.kind);
  Values values;
  count_organisation(values, traits, dice, weight);
  count_cadres(values, traits, weight);
  count_work(values, dice, weight);
  count_care(values, dice, weight);
  return values;
}

}  // namespace nucong::demo
