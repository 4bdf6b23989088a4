// An expected failure as a value: a stable code, its parameters, and the place in the foreign input.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/error_codes.hpp"

namespace nucong {

/// Where in somebody's file the trouble is. Empty parts are unknown.
struct Place {
  std::string file;
  std::uint32_t line = 0;  ///< 1-based; 0 where lines mean nothing
  std::string cell;        ///< "C7" in a spreadsheet, the column's name in a CSV

  bool operator==(const Place&) const = default;
};

struct ErrorParam {
  std::string name;
  std::string value;

  bool operator==(const ErrorParam&) const = default;
};

/// One failure, or one failure with the list of its causes (`table.rejected` holds one cause per bad cell).
/// Cheap to move and to copy; immutable once made. Callers branch on `code()` or `kind()`, never on text.
class Error {
 public:
  explicit Error(ErrorCode code, std::vector<ErrorParam> params = {});

  [[nodiscard]] ErrorCode code() const { return detail_->code; }
  [[nodiscard]] ErrorKind kind() const { return kind_of(detail_->code); }
  [[nodiscard]] const std::vector<ErrorParam>& params() const { return detail_->params; }
  [[nodiscard]] const Place& place() const { return detail_->place; }
  [[nodiscard]] const std::vector<Error>& causes() const { return detail_->causes; }

  /// The same error seen from further out: fills the parts of the place that are still unknown.
  [[nodiscard]] Error at(Place place) const;
  [[nodiscard]] Error with_causes(std::vector<Error> causes) const;

 private:
  struct Detail {
    ErrorCode code;
    std::vector<ErrorParam> params;
    Place place;
    std::vector<Error> causes;
  };
  explicit Error(Detail detail);

  std::shared_ptr<const Detail> detail_;
};

/// A broken promise of our own code; never an answer to bad input. Caught only at `main` and, per request,
/// at the HTTP boundary.
class Defect : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void raise_defect(const char* condition, const char* file, int line);

/// Always on: checks what must hold if our code is right.
#define ENSURE(condition) \
  (static_cast<bool>(condition) ? void(0) : ::nucong::raise_defect(#condition, __FILE__, __LINE__))

}  // namespace nucong
