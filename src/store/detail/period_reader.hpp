// Periods read from their stored text, each once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/period.hpp"

namespace nucong::store {

/// A nation of reports has few periods. Errors of `read`: `store.damaged` (param `detail`).
class PeriodReader {
 public:
  Result<Period> read(std::string_view text) {
    if (text == last_text_) return last_;
    if (const auto known = known_.find(std::string(text)); known != known_.end()) {
      last_ = known->second;
    } else {
      const auto period = Period::parse(text);
      if (!period) return fail(ErrorCode::store_damaged, {{"detail", "period " + std::string(text)}});
      last_ = period.value();
      known_.emplace(text, last_);
    }
    last_text_ = text;
    return last_;
  }

 private:
  std::unordered_map<std::string, Period> known_;
  std::string last_text_;
  Period last_ = Period::year(2000);
};

}  // namespace nucong::store
