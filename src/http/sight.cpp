#include "http/sight.hpp"

#include <algorithm>

#include "rollup/question.hpp"
#include "target/recipients.hpp"

namespace nucong::http {
namespace {

using account::Allowed;
using account::Deed;
using account::Reach;

unit::Run run_of(const Allowed& allowed, const unit::Tree& tree) {
  const auto branch = tree.branch(allowed.unit);
  if (allowed.reach == Reach::own) return {branch.begin, branch.begin + 1};
  if (allowed.reach == Reach::below) return {branch.begin + 1, branch.end};
  return branch;
}

}  // namespace

std::optional<std::vector<unit::Run>> runs_seen(const Asked& asked, const unit::Tree& tree) {
  if (asked.asker.means == app::Means::console) return std::nullopt;
  std::vector<unit::Run> runs;
  for (const auto& allowed : asked.asker.scope.branches(Deed::see_figures))
    if (tree.has(allowed.unit)) runs.push_back(run_of(allowed, tree));
  return runs;
}

bool concerns(const Asked& asked, const target::Directive& directive) {
  const auto ground = rollup::ground_on(asked.present.atlas, asked.nation().history, asked.present.today);
  const auto seen = runs_seen(asked, ground->tree());
  if (!seen || asked.asker.scope.covers(Deed::see_figures, directive.issuer)) return true;
  const auto given = target::given_runs(directive, ground->lineage());
  return std::ranges::any_of(*seen, [&](unit::Run run) { return !target::within(run, given).empty(); });
}

Result<std::optional<std::string>> branch_heard(const Asked& asked) {
  if (asked.asker.means == app::Means::console) return std::optional<std::string>();
  const auto branches = asked.asker.scope.branches(Deed::see_figures);
  if (branches.empty()) return fail(ErrorCode::access_outside_scope, {{"unit", {}}});
  if (branches.size() > 1) return fail(ErrorCode::param_missing, {{"name", "unit"}});
  return std::optional(asked.nation().history.unit(branches.front().unit).code);
}

bool sees_small_cells(const Asked& asked, const std::string& unit) {
  if (asked.asker.means == app::Means::console) return true;
  const auto slot = asked.nation().history.find(unit);
  return slot && asked.asker.scope.covers(Deed::see_small_cells, *slot);
}

bool sees_below(const account::Scope& scope, const unit::Tree& tree, Slot unit) {
  if (!tree.has(unit) || tree.branch(unit).size() == 1) return true;
  const auto at = tree.position(unit);
  return std::ranges::any_of(scope.branches(Deed::see_figures), [&](const Allowed& allowed) {
    return allowed.reach != Reach::own && tree.has(allowed.unit) && tree.branch(allowed.unit).contains(at);
  });
}

}  // namespace nucong::http
