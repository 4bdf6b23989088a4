// Any request target is read or refused, and what was read can be written and read again. What it asks is
// then read as the params of every route that it leads to.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "http/routes.hpp"
#include "http/target.hpp"

namespace {

std::string written(const nucong::http::Target& target) {
  std::string text;
  for (const auto& part : target.path) text += "/" + nucong::http::percent_encoded(part);
  char before = '?';
  for (const auto& param : target.query) {
    text +=
        before + nucong::http::percent_encoded(param.name) + "=" + nucong::http::percent_encoded(param.value);
    before = '&';
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong;
  const auto target = http::parse_target({reinterpret_cast<const char*>(data), size});
  if (!target) return 0;
  const auto again = http::parse_target(written(target.value()));
  ENSURE(again.has_value() && again.value() == target.value());
  const http::Request request{"fuzz", "GET", target.value(), {}, "127.0.0.1"};
  const auto match = http::match(http::routes(), request);
  if (!match) return 0;
  // Read or refused, with a place for each fault.
  const auto params =
      http::Params::read(match.value().route->params, match.value().path, request.target.query);
  if (params.has_error() && params.error().causes().empty()) ENSURE(!params.error().place().cell.empty());
  return 0;
}
