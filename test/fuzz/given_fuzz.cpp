// Bodies of requests as a stranger would write them: whatever comes is read or refused, and what was read as
// JSON becomes the params of a request or a list of faults.
#include <array>
#include <cstdint>

#include "http/given.hpp"
#include "http/params.hpp"

namespace {

using namespace nucong::http;

const std::array<Param, 4> cell = {
    Param{"series", ParamType::text, Need::required, "option.element", Where::body},
    Param{"value", ParamType::number, Need::optional, "param.value", Where::body},
    Param{"due", ParamType::date, Need::optional, "param.due", Where::body},
    Param{"left_out", ParamType::truth, Need::optional, "param.left_out", Where::body}};
const std::vector<Param> params = {
    Param{"unit", ParamType::unit, Need::required, "option.unit", Where::body},
    Param{"period", ParamType::period, Need::optional, "option.period", Where::body},
    Param{"secret", ParamType::secret, Need::optional, "param.code", Where::body},
    Param{"names", ParamType::texts, Need::optional, "param.name", Where::body, {}, 10},
    Param{"cells", ParamType::objects, Need::optional, "param.goals", Where::body, {}, 10, cell}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto given = read_given({reinterpret_cast<const char*>(data), size});
  if (!given) return 0;
  const auto read = Params::read(params, {}, {}, given.value());
  if (read && read.value().text("unit").empty()) __builtin_trap();
  return 0;
}
