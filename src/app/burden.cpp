#include "app/burden.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/adopt.hpp"
#include "app/find_directive.hpp"
#include "app/tree_choice.hpp"
#include "directive/reading.hpp"
#include "rollup/question.hpp"
#include "target/binding.hpp"
#include "target/recipients.hpp"

namespace nucong::app {
namespace {

using indicator::Series;

// The standing units of one branch today that a directive is given to, by kind.
class Branch {
 public:
  Branch(std::shared_ptr<const rollup::Ground> ground, Slot unit, const target::Directive& given)
      : ground_(std::move(ground)),
        runs_(target::within(ground_->tree().branch(unit), target::given_runs(given, ground_->lineage()))) {}

  [[nodiscard]] std::uint32_t count(const std::set<std::string>& kinds) const {
    const std::vector<std::string> wanted(kinds.begin(), kinds.end());
    return rollup::count_in(rollup::Marked(ground_->of_kinds(wanted)), runs_);
  }

 private:
  std::shared_ptr<const rollup::Ground> ground_;
  std::vector<unit::Run> runs_;
};

BurdenFigure figure_of(Series series, const Knowledge& knowledge, const Branch& branch) {
  const auto& element = knowledge.elements().element(series.element);
  BurdenFigure figure{knowledge.elements().code_of(series), element.title_vi, element.title_en, {}, 0};
  std::set<std::string> kinds;
  std::set<std::string> kinds_of_all;
  for (const auto& form : knowledge.forms) {
    kinds_of_all.insert(form.kinds.begin(), form.kinds.end());
    if (!form.asks(series)) continue;
    figure.forms.push_back(form.code);
    kinds.insert(form.kinds.begin(), form.kinds.end());
  }
  figure.units = branch.count(figure.forms.empty() ? kinds_of_all : kinds);
  return figure;
}

// The series of all targets, each once.
std::set<Series> add_figures(std::vector<BurdenTarget>& targets, const Knowledge& knowledge) {
  std::set<Series> all;
  for (BurdenTarget& target : targets) {
    const auto* indicator = knowledge.catalogue.find_indicator(target.indicator);
    if (indicator == nullptr) continue;
    for (const Series series : indicator->formula.series_used()) {
      target.figures.push_back(knowledge.elements().code_of(series));
      all.insert(series);
    }
  }
  return all;
}

Decimal hours_of(std::int64_t answers, Decimal minutes) {
  return Ratio{Decimal{answers} * minutes, Decimal{60}}.rounded(1);
}

Burden weighed(std::vector<BurdenTarget> targets, const Present& present, const Branch& branch) {
  Burden burden;
  burden.minutes_per_figure = present.knowledge.effort.minutes_per_figure;
  std::int64_t known = 0;
  std::int64_t fresh = 0;
  for (const Series series : add_figures(targets, present.knowledge)) {
    burden.figures.push_back(figure_of(series, present.knowledge, branch));
    const auto& figure = burden.figures.back();
    (figure.forms.empty() ? fresh : known) += figure.units;
  }
  burden.targets = std::move(targets);
  burden.known_hours = hours_of(known, burden.minutes_per_figure);
  burden.new_hours = hours_of(fresh, burden.minutes_per_figure);
  return burden;
}

Result<Slot> seen_unit(const Asker& asker, const Present& present, const std::string& unit) {
  TRY(const Slot slot, standing_unit(present.nation.history, present.today, unit));
  TRY(demand(asker, account::Deed::see_figures, slot, present.nation.history));
  return slot;
}

// Bound as `adopt` would bind them.
std::vector<BurdenTarget> targets_of(const directive::Reading& reading, const Knowledge& knowledge) {
  const target::Binder binder(knowledge.catalogue);
  std::vector<BurdenTarget> targets;
  for (const auto& proposed : reading.targets) {
    const auto candidates = binder.candidates(proposed, 1);
    const bool sure = !candidates.empty() && candidates.front().likeness >= target::Binder::sure;
    targets.push_back({std::to_string(targets.size() + 1),
                       proposed.quote,
                       sure ? candidates.front().indicator->code : std::string(),
                       {}});
  }
  return targets;
}

}  // namespace

Result<Burden> burden(const Asker& asker, const Present& present, const std::string& directive,
                      const std::string& unit) {
  TRY(const Slot slot, seen_unit(asker, present, unit));
  TRY(const auto* found, find_directive(*present.nation.directives, directive));
  std::vector<BurdenTarget> targets;
  for (const auto& target : found->targets)
    targets.push_back({target.id, target.quote, target.indicator, {}});
  auto ground = rollup::ground_on(present.atlas, present.nation.history, present.today);
  return weighed(std::move(targets), present, Branch(std::move(ground), slot, *found));
}

Result<Burden> burden_of_text(const Asker& asker, const Present& present, const std::string& text,
                              const std::string& unit, const std::vector<std::string>& recipients) {
  TRY(const Slot slot, seen_unit(asker, present, unit));
  const auto reading = directive::read(text);
  if (reading.targets.empty()) return fail(ErrorCode::directive_no_target);
  auto ground = rollup::ground_on(present.atlas, present.nation.history, present.today);
  target::Directive given{
      .issuer = slot, .period = Period::year(year_of(present.today)), .adopted = present.today};
  TRY(given.recipients, recipients_named(ground->tree(), slot, recipients));
  return weighed(targets_of(reading, present.knowledge), present, Branch(std::move(ground), slot, given));
}

}  // namespace nucong::app
