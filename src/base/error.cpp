#include "base/error.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace nucong {
namespace {

struct CodeEntry {
  std::string_view dotted;
  ErrorKind kind;
};

constexpr std::array code_entries = {
#define X(id, dotted, kind) CodeEntry{dotted, ErrorKind::kind},
    NUCONG_ERROR_CODES(X)
#undef X
};

const CodeEntry& entry(ErrorCode code) {
  return code_entries.at(static_cast<std::size_t>(code));
}

}  // namespace

std::string_view dotted(ErrorCode code) {
  return entry(code).dotted;
}
ErrorKind kind_of(ErrorCode code) {
  return entry(code).kind;
}

std::string_view name_of(ErrorKind kind) {
  constexpr std::array<std::string_view, 10> names = {
      "invalid",      "unauthenticated", "forbidden",   "not_found", "conflict",
      "precondition", "exhausted",       "unavailable", "corrupt",   "internal"};
  return names.at(static_cast<std::size_t>(kind));
}

Error::Error(ErrorCode code, std::vector<ErrorParam> params)
    : Error(Detail{code, std::move(params), {}, {}}) {}

Error::Error(Detail detail) : detail_(std::make_shared<const Detail>(std::move(detail))) {}

Error Error::at(Place place) const {
  Detail seen = *detail_;
  if (seen.place.file.empty()) seen.place.file = std::move(place.file);
  if (seen.place.line == 0) seen.place.line = place.line;
  if (seen.place.cell.empty()) seen.place.cell = std::move(place.cell);
  return Error(std::move(seen));
}

Error Error::with_causes(std::vector<Error> causes) const {
  Detail seen = *detail_;
  seen.causes = std::move(causes);
  return Error(std::move(seen));
}

void raise_defect(const char* condition, const char* file, int line) {
  throw Defect(fmt::format("{}:{}: {} must hold", file, line, condition));
}

}  // namespace nucong
