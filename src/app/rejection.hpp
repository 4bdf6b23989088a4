// Collecting all that is wrong with a file, so that it is mended in one go.
#pragma once

#include <algorithm>
#include <vector>

#include "base/result.hpp"

namespace nucong::app {

/// Errors of one file. More than `shown_max` are counted but not kept.
class Rejection {
 public:
  static constexpr std::size_t shown_max = 50;

  void add(Error error) {
    if (causes_.size() < shown_max) causes_.push_back(std::move(error));
    ++count_;
  }
  void add(Rejection more) {
    for (auto& error : more.causes_)
      if (causes_.size() < shown_max) causes_.push_back(std::move(error));
    count_ += more.count_;
  }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }

  /// The only error itself, or `whole` (param `count`) with the errors as causes, by their lines.
  [[nodiscard]] Error error(const std::string& file, ErrorCode whole = ErrorCode::table_rejected) && {
    if (count_ == 1) return causes_.front().at({file, 0, {}});
    std::ranges::stable_sort(causes_, {}, [](const Error& error) { return error.place().line; });
    return fail(whole, {{"count", std::to_string(count_)}}).at({file, 0, {}}).with_causes(std::move(causes_));
  }

 private:
  std::vector<Error> causes_;
  std::size_t count_ = 0;
};

}  // namespace nucong::app
