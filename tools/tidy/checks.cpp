#include "tidy/checks.hpp"

#include <array>

namespace nucong::tidy {

Findings check_all(const Tree& tree) {
  constexpr std::array checks = {check_table,
                                 check_module_includes,
                                 check_third_party_includes,
                                 check_domain_purity,
                                 check_sources_are_built,
                                 check_lengths,
                                 check_headers,
                                 check_names,
                                 check_banned_words,
                                 check_unfinished_marks,
                                 check_machine_traces,
                                 check_documents,
                                 check_error_wording};
  Findings findings;
  for (const auto check : checks) check(tree, findings);
  return findings;
}

}  // namespace nucong::tidy
