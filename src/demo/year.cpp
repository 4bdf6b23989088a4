// A grassroots union's figures for a year.
#include <algorithm>

#include "demo/figures.hpp"

namespace nucong::demo {

using enum Counted;

namespace {

// What the figures of one year follow from. Traits keep their answer from year to year; dice do not.
struct Year {
  const Reporter& reporter;
  int number;
  People people;
  Sector sector;
  std::int64_t women_permille;
  Dice traits;
  Dice dice;

  /// So many per mille of the women, moving a little from year to year.
  [[nodiscard]] std::int64_t women_at(std::int64_t permille) {
    return people.women * permille * dice.between(90, 110) / 100'000;
  }
  [[nodiscard]] bool is_enterprise() const { return sector == Sector::enterprise; }
  /// A small count with this mean in per mille.
  [[nodiscard]] std::int64_t about(std::int64_t permille) {
    return permille / 1000 + (dice.happens(permille % 1000) ? 1 : 0);
  }
};

void count_workforce(Values& values, Year& year) {
  const bool schooled = year.sector == Sector::public_service || year.sector == Sector::administration;
  const int industry = year.reporter.industry();
  values[workers] = year.people.workers;
  values[women_workers] = year.people.women;
  values[pregnant_workers] = year.women_at(30);
  values[mothers_of_infants] = year.women_at(40);
  values[women_in_hazardous_work] = year.is_enterprise() ? year.women_at(70) : 0;
  values[ethnic_minority_women] = year.women_at(industry <= 2 ? 330 : 30);
  values[women_with_disability] = year.women_at(6);
  values[single_mothers] = year.women_at(30);
  values[migrant_women] = year.women_at(industry >= 7 && year.is_enterprise() ? 420 : 40);
  values[children_under_6] = year.women_at(340);
  values[children_6_to_15] = year.women_at(470);
  values[women_postgraduates] = year.women_at(schooled ? 60 : 4);
  values[women_graduates] = year.women_at(schooled ? 650 : 110);
  values[women_college_graduates] = year.women_at(schooled ? 110 : 100);
  values[women_intermediate_graduates] = year.women_at(schooled ? 60 : 130);
  values[women_skilled_workers] = year.women_at(schooled ? 10 : 240);
  values[women_political_theory] = year.women_at(schooled ? 90 : 8);
  values[women_foreign_language] = year.women_at(schooled ? 300 : 60);
  values[women_party_members] = year.women_at(schooled ? 260 : 22);
  values[women_recommended_to_party] = year.about(values[women_members] * 9);
  values[women_admitted_to_party] = values[women_recommended_to_party] * 6 / 10;
}

void count_organisation(Values& values, Year& year, bool has) {
  const std::int64_t committee = has ? 1 : 0;
  const std::int64_t women = values[women_members];
  values[eligible_unions] = women >= 10 ? 1 : 0;
  values[grassroots_committees] = committee;
  values[committee_members] = committee * year.traits.between(3, 7);
  values[committee_members_in_bch] = committee * year.traits.between(1, 3);
  values[committees_with_rules] = year.dice.happens(880) ? committee : 0;
  values[committees_meeting_regularly] = year.dice.happens(820) ? committee : 0;
  const auto rated = year.dice.below(1000);
  values[committees_rated_good] = rated < 560 ? committee : 0;
  values[committees_rated_fair] = rated >= 560 && rated < 860 ? committee : 0;
  values[committees_rated_average] = rated >= 860 && rated < 960 ? committee : 0;
  values[committees_rated_weak] = rated >= 960 && rated < 980 ? committee : 0;
  const std::int64_t digital = 420 + 110 * (year.number - 2023);
  values[digital_committees] = year.traits.happens(digital) ? committee : 0;
  values[women_clubs] = year.traits.happens(500) && women >= 150 ? 1 + women / 1200 : 0;
  values[self_managed_groups] = year.traits.happens(300) && women >= 300 ? 1 + women / 400 : 0;
  values[part_time_officers] = 1;
  values[resolutions_deployed] =
      year.dice.happens(year.reporter.lags() ? 700 : 880) ? year.dice.between(1, 2) : 0;
  const bool idle = is_idle(year.reporter, year.number);
  values[commemorations] = idle ? 0 : year.dice.between(2, 4);
  values[commemoration_attendances] = idle ? 0 : year.people.workers * year.dice.between(600, 800) / 1000;
  values[commemoration_money] = values[commemoration_attendances] * year.dice.between(8, 12) * 10'000;
}

void count_cadres(Values& values, Year& year) {
  const auto women_of = [&](std::int64_t all, std::int64_t permille) {
    return std::min(all, (all * year.women_permille * permille / 1000 + year.traits.below(1000)) / 1000);
  };
  const std::int64_t all = year.people.workers;
  values[bch_members] = all < 100 ? 5 : all < 500 ? 9 : 15;
  values[women_in_bch] = women_of(values[bch_members], 900);
  values[btv_members] = all < 100 ? 0 : all < 500 ? 3 : 5;
  values[women_in_btv] = women_of(values[btv_members], 850);
  values[ubkt_members] = all < 100 ? 1 : 3;
  values[women_in_ubkt] = women_of(values[ubkt_members], 950);
  values[chairs] = 1;
  values[women_chairs] = women_of(1, 750);
  values[vice_chairs] = all < 500 ? 1 : 2;
  values[women_vice_chairs] = women_of(values[vice_chairs], 850);
  values[women_team_leaders] = women_of(all / 40, 950);
  values[people_in_planning] = 3 + all / 200;
  values[women_in_planning] = women_of(values[people_in_planning], 850);
  values[managers] = 2 + all / 40;
  values[women_managers] = women_of(values[managers], 700);
  values[women_in_party_committees] = women_of(3, 500);
  values[women_executives] = women_of(3, 450);
}

void count_policy(Values& values, Year& year) {
  Dice& dice = year.dice;
  values[drafts_reviewed] = dice.below(3);
  values[women_opinions] = values[drafts_reviewed] * dice.between(1, 9);
  values[units_inspected] = values[inspections_led] + values[inspections_joined];
  values[recommendations] = values[units_inspected] * dice.below(3);
  values[recommendations_done] = values[recommendations] * dice.between(6, 10) / 10;
  values[dialogues_with_women] = values[dialogues_on_women] * dice.between(5, 10) / 10;
  values[complaints_pending] = values[complaints_received] - values[complaints_resolved];
}

// NĐ 145/2020/NĐ-CP Art. 74: many women are half of 10, three in ten of 100, or 1,000.
bool employs_many_women(const People& people) {
  const auto share = [&](std::int64_t permille) { return people.women * 1000 >= people.workers * permille; };
  return people.women >= 1000 || (people.women >= 100 && share(300)) || (people.women >= 10 && share(500));
}

void count_enterprise(Values& values, Year& year) {
  if (!year.is_enterprise()) return;
  Dice& traits = year.traits;
  const std::int64_t women = year.people.women;
  const bool large = women >= 1000;
  const bool agreed = traits.happens(700);
  const bool for_women = traits.happens(650);
  values[collective_agreements] = agreed ? 1 : 0;
  values[new_agreements] = agreed && year.dice.happens(280) ? 1 : 0;
  values[amended_agreements] = agreed && year.dice.happens(120) ? 1 : 0;
  values[agreements_for_women] = agreed && for_women ? 1 : 0;
  values[clauses_for_women] = agreed && for_women ? traits.between(1, 6) : 0;
  values[women_intensive_enterprises] = employs_many_women(year.people) ? 1 : 0;
  const bool has_room = traits.happens((large ? 700 : women >= 200 ? 250 : 40) + 40 * (year.number - 2023));
  values[enterprises_with_lactation_room] = has_room ? 1 : 0;
  values[lactation_rooms] = has_room ? 1 + women / 1500 : 0;
  values[enterprises_lacking_lactation_room] = large && !has_room ? 1 : 0;
  values[enterprises_with_nursery] = traits.happens(120) && large ? 1 : 0;
  values[childcare_recipients] = traits.happens(300) ? values[children_under_6] * 6 / 10 : 0;
  values[childcare_money] = values[childcare_recipients] * 12 * 50'000;
  const bool examines = traits.happens(580);
  values[enterprises_with_gynaecology] = examines ? 1 : 0;
  values[gynaecological_checkups] = examines ? year.women_at(780) : 0;
  values[enterprises_with_harassment_rules] = traits.happens(430 + 90 * (year.number - 2023)) ? 1 : 0;
}

void count_welfare(Values& values, Year& year) {
  Dice& dice = year.dice;
  Dice& traits = year.traits;
  const std::int64_t women = values[women_members];
  const auto children = values[children_under_6] + values[children_6_to_15];
  values[homes_built] = dice.happens(5) ? 1 : 0;
  values[homes_repaired] = dice.happens(4) ? 1 : 0;
  values[homes_money] = values[homes_built] * 50'000'000 + values[homes_repaired] * 25'000'000;
  values[loan_households] = traits.happens(200) ? year.about(women * 12) : 0;
  values[loan_balance] = values[loan_households] * 15'000'000;
  values[scholarship_money] = values[scholarships] * 500'000;
  values[children_given_presents] = traits.happens(860) ? children * dice.between(550, 650) / 1000 : 0;
  values[presents_money] = values[children_given_presents] * 100'000;
  values[summer_camp_children] = women >= 100 ? dice.below(4) : 0;
  values[children_honoured] = values[children_6_to_15] * dice.between(150, 200) / 1000;
  values[sponsored_children] = traits.happens(250) ? 1 + women / 300 : 0;
  values[sponsorship_money] = values[sponsored_children] * 6'000'000;
  values[welfare_beneficiaries] = women * dice.between(700, 900) / 1000;
  values[welfare_money] = values[welfare_beneficiaries] * 300'000;
  values[day_pay_participants] = traits.happens(720) ? year.people.women * dice.between(650, 850) / 1000 : 0;
  values[day_pay_money] = values[day_pay_participants] * dice.between(18, 22) * 10'000;
  values[day_pay_beneficiaries] = values[day_pay_participants] / 20;
  values[cultural_money] = values[cultural_attendances] * 30'000;
}

void count_emulation(Values& values, Year& year) {
  Dice& dice = year.dice;
  values[title_registrations] = year.people.women * dice.between(930, 985) / 1000;
  const auto earned = year.reporter.lags() ? dice.between(780, 900) : dice.between(890, 985);
  const std::int64_t holders = values[title_registrations] * earned / 1000;
  values[title_holders] = holders;
  values[title_awards_upper] = year.about(holders * 30);
  values[title_awards_provincial] = year.about(holders * 5);
  values[title_awards_national] = year.about(holders / 2);
  values[title_awards_collective] = dice.happens(30) ? 1 : 0;
  values[women_emulation_fighters] = year.women_at(15);
  values[women_advanced_workers] = year.women_at(year.is_enterprise() ? 150 : 700);
  values[women_creative_labour] = year.about(year.people.women / 2);
  values[initiatives_value] = values[women_initiatives] * dice.between(8, 15) * 1'000'000;
  values[exemplary_families] = year.women_at(5) + dice.below(2);
  values[award_nominations] = dice.happens(6) ? 1 : 0;
  values[awards_won] = dice.happens(500) ? values[award_nominations] : 0;
}

void count_money(Values& values, Year& year) {
  const std::int64_t women = values[women_members];
  values[women_budget] = women * year.traits.between(12, 25) * 10'000;
  values[women_spending] = values[women_budget] * year.dice.between(85, 102) / 100;
  values[raised_money] = year.traits.happens(300) ? women * 50'000 : 0;
  values[raised_in_kind] = year.traits.happens(150) ? women * 20'000 : 0;
  values[fund_balance] = values[women_budget] * year.dice.between(5, 9) / 100;
}

}  // namespace

Values year_figures(const Reporter& reporter, int year) {
  const Quarter last = (year - 2023) * 4 + 3;
  Values values;
  for (Quarter quarter = std::max(reporter.first, last - 3); quarter <= last; ++quarter)
    values.join(quarter_figures(reporter, quarter));
  const People people = people_of(reporter, last);
  const Trade& trade = trades()[reporter.trade];
  Year of{reporter,
          year,
          people,
          trade.sector,
          people.workers == 0 ? 0 : people.women * 1000 / people.workers,
          dice_of(reporter, Purpose::traits, 1),
          dice_of(reporter, Purpose::year, year)};
  count_workforce(values, of);
  count_organisation(values, of, has_committee(reporter, last));
  count_cadres(values, of);
  count_policy(values, of);
  count_enterprise(values, of);
  count_welfare(values, of);
  count_emulation(values, of);
  count_money(values, of);
  return values;
}

}  // namespace nucong::demo
