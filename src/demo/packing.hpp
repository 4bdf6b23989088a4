// A made-up report as it is stored: the figures that its form asks, and a reason for each that jumped.
#pragma once

#include <string>
#include <vector>

#include "demo/figures.hpp"
#include "indicator/element.hpp"
#include "report/form.hpp"
#include "report/rule.hpp"

namespace nucong::demo {

/// A figure that was typed wrong at first.
struct Slip {
  Counted counted{};
  std::int64_t amount = 0;
};

/// Writes as report::pack does (a test holds the two together), but without looking up a code for each
/// figure.
class Packing {
 public:
  Packing(const report::Form& form, const indicator::Elements& elements, const report::JumpRule& jump);

  [[nodiscard]] const report::Form& form() const { return form_; }
  /// Of what the form asks, those that this module does not know; they stay blank.
  [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }

  /// Adds the number of figures to `count`. Blank ones are left out.
  [[nodiscard]] std::string figures(const Values& values, std::size_t& count) const;
  /// `before`: the same unit's last report, null if there is none. A slip is defended with a reason of its
  /// own.
  [[nodiscard]] std::string reasons(const Values& now, const Values* before, const Slip* slip) const;

 private:
  struct Entry {
    Counted counted{};
    std::string code;  // "A03="
    bool is_stock = false;
  };
  [[nodiscard]] bool is_jump(std::int64_t last, std::int64_t now) const;

  const report::Form& form_;
  std::vector<Entry> entries_;  // by series
  std::vector<std::string> unknown_;
  std::int64_t factor_;  // of the jump rule, in units of 1 / scale_
  std::int64_t scale_ = 1;
  std::int64_t floor_;
};

}  // namespace nucong::demo
