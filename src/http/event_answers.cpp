// What happens, as it happens.
#include <charconv>

#include "http/answers.hpp"
#include "http/sight.hpp"

namespace nucong::http {
namespace {

Result<std::optional<app::Sequence>> last_seen(std::string_view text) {
  if (text.empty()) return std::nullopt;
  app::Sequence sequence = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), sequence);
  if (status == std::errc{} && end == text.data() + text.size()) return sequence;
  return fail(ErrorCode::param_malformed,
              {{"name", "Last-Event-ID"}, {"text", std::string(text)}, {"expected", "42"}});
}

}  // namespace

Result<Content> events(const Asked& asked) {
  TRY(const auto seen, last_seen(asked.request.field("last-event-id")));
  std::optional<std::string> branch;
  if (const auto* unit = asked.params.find<std::string>("unit")) {
    branch = *unit;
  } else {
    TRY(branch, branch_heard(asked));
  }
  TRY(auto reader, asked.around.feed.open(asked.nation(), branch, seen));
  // A browser that lost the connection comes back after so many milliseconds.
  return Content{"text/event-stream; charset=utf-8", "retry: 2000\n\n", {}, std::move(reader)};
}

}  // namespace nucong::http
