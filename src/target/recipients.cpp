#include "target/recipients.hpp"

#include <algorithm>

namespace nucong::target {
namespace {

using unit::Run;

// Without those inside another, in order; branches of one tree are nested or apart.
std::vector<Run> outermost(std::vector<Run> runs) {
  std::ranges::sort(runs,
                    [](Run a, Run b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Run> kept;
  for (const Run run : runs)
    if (kept.empty() || run.begin >= kept.back().end) kept.push_back(run);
  return kept;
}

// Large enough that every share of it is a part.
constexpr std::int64_t whole_duty = 1'000'000'000;

}  // namespace

Result<std::vector<Slot>> recipients_of(Slot issuer, std::span<const Slot> chosen, const unit::Tree& tree) {
  const Run branch = tree.branch(issuer);
  std::vector<Run> runs;
  for (const Slot unit : chosen) {
    if (!tree.has(unit) || !branch.contains(tree.position(unit)))
      return fail(ErrorCode::directive_recipient_outside,
                  {{"unit", tree.history().unit(unit).code}, {"issuer", tree.history().unit(issuer).code}});
    runs.push_back(tree.branch(unit));
  }
  std::vector<Slot> recipients;
  for (const Run run : outermost(std::move(runs)))
    if (run != branch) recipients.push_back(tree.order()[run.begin]);
  std::ranges::sort(recipients);
  return recipients;
}

std::vector<Run> given_runs(const Directive& directive, const unit::Lineage& lineage) {
  const std::vector<Slot> issuer = {directive.issuer};
  std::vector<unit::Part> parts;
  for (const Slot unit : directive.recipients.empty() ? issuer : directive.recipients)
    lineage.land(unit, directive.adopted, whole_duty, parts);
  std::vector<Run> runs;
  for (const auto& part : parts)
    if (part.landing.line == unit::Line::own) runs.push_back(lineage.tree().branch(part.landing.at));
  return outermost(std::move(runs));
}

std::vector<Run> within(Run branch, std::span<const Run> runs) {
  std::vector<Run> found;
  for (const Run run : runs) {
    const Run common{std::max(branch.begin, run.begin), std::min(branch.end, run.end)};
    if (common.begin < common.end) found.push_back(common);
  }
  return found;
}

}  // namespace nucong::target
