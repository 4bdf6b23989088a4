// Forms: what a unit of some kind is asked for, how often, and by when.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/period.hpp"
#include "indicator/element.hpp"

namespace nucong::report {

/// One form. Source: catalogue/forms.toml.
struct Form {
  /// A title over the items that follow.
  struct Heading {
    std::string title_vi;
    std::string title_en;
  };
  /// One figure to fill in.
  struct Entry {
    indicator::Series series;
  };
  /// A sum that the form shows and nobody types.
  struct Total {
    std::string title_vi;
    std::string title_en;
    std::vector<indicator::Series> addends;  ///< each also an Entry of the form
  };
  using Item = std::variant<Heading, Entry, Total>;

  std::string code;  ///< "NC-Q"
  std::string title_vi;
  std::string title_en;
  std::vector<PeriodKind> periods;  ///< the kinds of period it is asked for
  std::vector<std::string> kinds;   ///< the kinds of unit that are asked
  /// Days after the period's last day. A default: the text of a directive sets its own, and no general rule
  /// was found (unverified).
  int due_days = 0;
  std::vector<Item> items;  ///< in the order of the page

  /// What is asked, in the order of the page, each once.
  [[nodiscard]] std::vector<indicator::Series> asked() const;
  [[nodiscard]] bool asks(indicator::Series series) const;
  [[nodiscard]] bool is_for(PeriodKind period) const;
  [[nodiscard]] bool is_for(std::string_view unit_kind) const;
  /// The last day to hand in for that period.
  [[nodiscard]] Date due(const Period& period) const;
};

}  // namespace nucong::report
