#include "app/find_directive.hpp"

#include <algorithm>

#include "target/recipients.hpp"

namespace nucong::app {

Result<const target::Directive*> find_directive(const std::vector<target::Directive>& directives,
                                                std::string_view id) {
  const auto found = std::ranges::find(directives, id, &target::Directive::id);
  if (found == directives.end()) return fail(ErrorCode::directive_unknown, {{"directive", std::string(id)}});
  return &*found;
}

Result<FoundTarget> find_target(const std::vector<target::Directive>& directives, std::string_view id) {
  for (const auto& directive : directives)
    for (const auto& target : directive.targets)
      if (target.id == id) return FoundTarget{target, directive.issuer};
  return fail(ErrorCode::target_unknown, {{"target", std::string(id)}});
}

Result<std::vector<unit::Run>> runs_given(const Nation& nation, std::string_view directive,
                                          const rollup::Ground& ground) {
  const auto all = static_cast<std::uint32_t>(ground.tree().order().size());
  if (directive.empty()) return std::vector{unit::Run{0, all}};
  TRY(const auto* found, find_directive(*nation.directives, directive));
  return target::given_runs(*found, ground.lineage());
}

}  // namespace nucong::app
