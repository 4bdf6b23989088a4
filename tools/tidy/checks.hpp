// The house rules that a machine can see. Each check reads the tree and names what breaks a rule; the file
// in which a check lives says what it looks at.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tidy/tree.hpp"

namespace nucong::tidy {

struct Finding {
  std::string path;
  std::size_t line = 1;
  std::string message;  ///< what, and what to do

  [[nodiscard]] std::string str() const { return path + ":" + std::to_string(line) + ": " + message; }
};

using Findings = std::vector<Finding>;

// include_checks.cpp
void check_table(const Tree& tree, Findings& findings);
void check_module_includes(const Tree& tree, Findings& findings);
void check_third_party_includes(const Tree& tree, Findings& findings);
void check_domain_purity(const Tree& tree, Findings& findings);

// build_checks.cpp
void check_sources_are_built(const Tree& tree, Findings& findings);

// shape_checks.cpp
void check_lengths(const Tree& tree, Findings& findings);
void check_headers(const Tree& tree, Findings& findings);
void check_names(const Tree& tree, Findings& findings);

// word_checks.cpp
void check_banned_words(const Tree& tree, Findings& findings);
void check_unfinished_marks(const Tree& tree, Findings& findings);
void check_machine_traces(const Tree& tree, Findings& findings);

// document_checks.cpp
void check_documents(const Tree& tree, Findings& findings);
void check_error_wording(const Tree& tree, Findings& findings);

/// Every check above, in that order.
[[nodiscard]] Findings check_all(const Tree& tree);

}  // namespace nucong::tidy
