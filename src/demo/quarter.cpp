// A grassroots union's figures for a quarter.
#include <algorithm>

#include "demo/figures.hpp"

namespace nucong::demo {

using enum Counted;

Reporter::Reporter(Slot at, const Union& from)
    : slot(at),
      kind(from.kind),
      seed(from.seed),
      province(from.province),
      trade(from.trade),
      workers(from.workers),
      first(quarter_of(from.founded)),
      end(from.stands() ? 1000 : quarter_of(from.ended)),
      resized(from.resized),
      resized_permille(from.resized_permille),
      begins_with_new_members(from.fresh && from.founded > make_date(2023, 1, 1)),
      is_grassroots(from.is_grassroots()) {}

void Values::join(const Values& quarter) {
#define X(name) (*this)[name] = quarter[name];
  NUCONG_DEMO_STOCKS(X)
#undef X
#define X(name) (*this)[name] = std::max((*this)[name], std::int64_t{0}) + quarter[name];
  NUCONG_DEMO_FLOWS(X)
#undef X
}

namespace {

// What distinguishes one union from another for good.
struct Traits {
  std::int64_t growth;  // per mille of the first workforce a quarter
  std::int64_t women;   // all these per mille
  std::int64_t women_in_union;
  std::int64_t men_in_union;
  std::int64_t turnover;
  Quarter committee_since;
  bool informs;   // holds talks
  bool visits;    // looks after those in hardship
  bool performs;  // sings, plays, cooks together
  std::int64_t visit_money;
};

Traits traits_of(const Reporter& reporter) {
  constexpr Quarter always = -100;
  constexpr Quarter never = 100;
  Dice dice = dice_of(reporter, Purpose::traits, 0);
  const std::int64_t typical = trades()[reporter.trade].women * 10;
  Traits traits{};
  traits.growth = dice.between(-5, 9);
  traits.women = std::clamp<std::int64_t>(typical + dice.between(-80, 80), 20, 980);
  traits.women_in_union = dice.between(860, 980);
  traits.men_in_union = dice.between(820, 970);
  traits.turnover = dice.between(12, 40);
  const auto roll = dice.below(1000);
  const std::int64_t late_starters = reporter.lags() ? 700 : 900;
  traits.committee_since = roll < (reporter.lags() ? 480 : 640) ? always
                           : roll < late_starters               ? static_cast<Quarter>(dice.below(15))
                                                                : never;
  traits.informs = dice.happens(920);
  traits.visits = dice.happens(850);
  traits.performs = dice.happens(700);
  traits.visit_money = dice.between(30, 70) * 10'000;
  return traits;
}

People people_of(const Reporter& reporter, const Traits& traits, Quarter quarter, bool resized) {
  Dice dice = dice_of(reporter, Purpose::size, quarter);
  const std::int64_t permille = 1000 + traits.growth * quarter + dice.between(-20, 20);
  People people;
  people.workers = reporter.workers * permille / 1000;
  if (resized) people.workers = people.workers * reporter.resized_permille / 1000;
  people.women = people.workers * traits.women / 1000;
  people.women_members = people.women * traits.women_in_union / 1000;
  people.members = people.women_members + (people.workers - people.women) * traits.men_in_union / 1000;
  return people;
}

bool has_committee(const Traits& traits, const People& people, Quarter quarter) {
  constexpr std::int64_t enough_women = 10;  // HD 03/HD-TLĐ (2020)
  return quarter >= traits.committee_since && people.women_members >= enough_women;
}

// Who came and who left, so that last quarter's members and this quarter's agree.
void count_members(Values& values, const Reporter& reporter, const Traits& traits, const People& people,
                   const People& before, Quarter quarter) {
  values[members] = people.members;
  values[women_members] = people.women_members;
  values[new_women_members] = values[lost_women_members] = 0;
  if (quarter == reporter.first && quarter > 0 && !reporter.begins_with_new_members) return;
  if (quarter == reporter.first && reporter.begins_with_new_members) {
    values[new_women_members] = people.women_members;
    return;
  }
  const auto left = before.women_members * traits.turnover / 1000;
  const auto came = people.women_members - before.women_members + left;
  values[new_women_members] = std::max<std::int64_t>(came, 0);
  values[lost_women_members] = left + std::max<std::int64_t>(-came, 0);
}

void count_committees(Values& values, const Reporter& reporter, const Traits& traits, const People& people,
                      const People& before, Quarter quarter, Dice& dice) {
  const bool has = has_committee(traits, people, quarter);
  const bool is_first = quarter == reporter.first && (quarter > 0 || reporter.begins_with_new_members);
  const bool had = !is_first && has_committee(traits, before, quarter - 1);
  // Congresses of the term 2025-2030 renew the committees.
  const bool congress = quarter == quarter_of(make_date(2025, 10, 1));
  values[new_committees] = has && !had ? 1 : 0;
  values[dissolved_committees] = had && !has ? 1 : 0;
  values[consolidated_committees] = dice.happens(congress ? 450 : 60) && has && had ? 1 : 0;
}

// Most happens around 8 March and 20 October; per mille of an ordinary quarter.
constexpr auto seasons = std::to_array<std::int64_t>({1250, 850, 750, 1250});

void count_work(Values& values, const Traits& traits, std::int64_t women, std::int64_t season, Dice& dice) {
  const bool trains = dice.happens(280);
  values[training_courses] = trains ? 1 : 0;
  values[trainees] = trains ? std::min(women, 1 + dice.below(4) + women * 15 / 1000) : 0;
  values[communication_events] = traits.informs ? dice.between(1, 3) + women / 700 : 0;
  values[women_attendances] = traits.informs ? women * dice.between(520, 680) / 1000 * season / 1000 : 0;
  values[men_attendances] = values[women_attendances] * dice.between(120, 150) / 1000;
  values[publications] = dice.below(4) + women / 400;
  values[women_sent_to_training] = dice.below(3) + women / 300;
  values[women_promoted] = dice.happens(120) ? 1 + women / 500 : 0;
  values[inspections_led] = dice.happens(180) ? 1 : 0;
  values[inspections_joined] = dice.happens(150) ? 1 : 0;
  values[dialogues_on_women] = dice.happens(350) ? 1 : 0;
  values[complaints_received] = dice.happens(30) ? dice.between(1, 2) : 0;
  values[complaints_resolved] =
      std::max<std::int64_t>(values[complaints_received] - (dice.happens(250) ? 1 : 0), 0);
  values[legal_advice] = dice.below(3) + women / 200;
}

void count_care(Values& values, const Traits& traits, const People& people, Quarter quarter, bool idle,
                Dice& dice) {
  const int of_year = (quarter % 4 + 4) % 4;
  const bool high = of_year == 0 || of_year == 3;
  const auto season = seasons[static_cast<std::size_t>(of_year)];
  const std::int64_t women = people.women_members;
  const auto visited = women * dice.between(22, 30) / 1000 * season / 1000;
  values[hardship_visits] = traits.visits ? std::max<std::int64_t>(visited, 1) : 0;
  values[hardship_money] = values[hardship_visits] * traits.visit_money * dice.between(95, 105) / 100;
  values[scholarships] = of_year == 2 ? women * 8 / 1000 + dice.below(2) : 0;
  const auto cared = high ? dice.between(1, 3) : of_year == 1 ? dice.below(3) : dice.below(2);
  values[care_activities] = idle ? 0 : cared;
  values[cultural_events] = traits.performs ? dice.between(1, 2) + (high ? 1 : 0) : 0;
  values[cultural_attendances] = traits.performs ? women * dice.between(310, 400) / 1000 * season / 1000 : 0;
  const auto initiatives = of_year == 3 ? dice.below(3) + women * 4 / 1000 : of_year == 1 ? dice.below(2) : 0;
  values[women_initiatives] = initiatives;
}

}  // namespace

People people_of(const Reporter& reporter, Quarter quarter) {
  return people_of(reporter, traits_of(reporter), quarter, quarter >= reporter.resized);
}

bool has_committee(const Reporter& reporter, Quarter quarter) {
  return has_committee(traits_of(reporter), people_of(reporter, quarter), quarter);
}

bool is_idle(const Reporter& reporter, int year) {
  return dice_of(reporter, Purpose::idleness, year).happens(reporter.lags() ? 150 : 60);
}

Values quarter_figures(const Reporter& reporter, Quarter quarter) {
  const Traits traits = traits_of(reporter);
  const bool resized = quarter >= reporter.resized;
  const People people = people_of(reporter, traits, quarter, resized);
  // Whoever came with a merger or went with a division was there before too.
  const People before = people_of(reporter, traits, quarter - 1, resized);
  Dice dice = dice_of(reporter, Purpose::quarter, quarter);
  Values values;
  count_members(values, reporter, traits, people, before, quarter);
  count_committees(values, reporter, traits, people, before, quarter, dice);
  count_work(values, traits, people.women_members, seasons[static_cast<std::size_t>(quarter % 4)], dice);
  count_care(values, traits, people, quarter, is_idle(reporter, 2023 + quarter / 4), dice);
  return values;
}

}  // namespace nucong::demo
