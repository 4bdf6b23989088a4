// Result<T>: a value or an Error. Ignoring one is a compile error (decision 0001).
#pragma once

#include <string_view>
#include <utility>

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/try.hpp>

#include "base/error.hpp"

namespace nucong {

/// Reading the value of a failure (or the error of a success) is a defect, not undefined behaviour.
struct DefectPolicy : BOOST_OUTCOME_V2_NAMESPACE::policy::base {
  template <class Impl>
  static constexpr void wide_value_check(Impl&& self) {
    if (!_has_value(std::forward<Impl>(self))) throw Defect("value() of a Result that holds an error");
  }
  template <class Impl>
  static constexpr void wide_error_check(Impl&& self) {
    if (!_has_error(std::forward<Impl>(self))) throw Defect("error() of a Result that holds a value");
  }
  template <class Impl>
  static constexpr void wide_exception_check(Impl&&) {}
};

template <class T = void>
using Result = BOOST_OUTCOME_V2_NAMESPACE::basic_result<T, Error, DefectPolicy>;

[[nodiscard]] inline auto ok() {
  return BOOST_OUTCOME_V2_NAMESPACE::success();
}

[[nodiscard]] inline Error fail(ErrorCode code, std::vector<ErrorParam> params = {}) {
  return Error(code, std::move(params));
}

}  // namespace nucong

/// TRY(auto x, expression): x is the value, or the error is returned from here. TRY(expression) for
/// Result<void>.
#define TRY(...) BOOST_OUTCOME_TRY(__VA_ARGS__)
