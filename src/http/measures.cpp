#include "http/measures.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace nucong::http {
namespace {

void head(std::string& text, std::string_view name, std::string_view type, std::string_view what) {
  text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, what, name, type);
}

void single(std::string& text, std::string_view name, std::string_view type, std::string_view what,
            std::int64_t value) {
  head(text, name, type, what);
  text += fmt::format("{} {}\n", name, value);
}

std::string_view told(std::string_view route) {
  return route.empty() ? "none" : route;
}

}  // namespace

void Measures::answered(std::string_view route, unsigned status, std::chrono::nanoseconds took,
                        std::size_t bytes) {
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = std::ranges::lower_bound(seconds_upto, seconds) - seconds_upto.begin();
  const std::lock_guard lock(mutex_);
  ++requests_[{route, status}];
  Times& times = times_[route];
  ++times.counts.at(static_cast<std::size_t>(bucket));
  times.seconds += seconds;
  times.bytes += bytes;
}

std::string Measures::text() const {
  std::string text;
  const std::lock_guard lock(mutex_);
  head(text, "nucong_http_requests_total", "counter", "Requests answered, by route and status.");
  for (const auto& [key, count] : requests_)
    text += fmt::format("nucong_http_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", told(key.first),
                        key.second, count);
  head(text, "nucong_http_response_bytes_total", "counter", "Bytes of bodies sent, by route.");
  for (const auto& [route, times] : times_)
    text += fmt::format("nucong_http_response_bytes_total{{route=\"{}\"}} {}\n", told(route), times.bytes);
  head(text, "nucong_http_request_seconds", "histogram", "From the whole request to the whole answer.");
  for (const auto& [route, times] : times_) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < times.counts.size(); ++i) {
      count += times.counts.at(i);
      const std::string upto = i < seconds_upto.size() ? fmt::format("{}", seconds_upto.at(i)) : "+Inf";
      text += fmt::format("nucong_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", told(route),
                          upto, count);
    }
    text += fmt::format("nucong_http_request_seconds_sum{{route=\"{}\"}} {}\n", told(route), times.seconds);
    text += fmt::format("nucong_http_request_seconds_count{{route=\"{}\"}} {}\n", told(route), count);
  }
  single(text, "nucong_http_connections", "gauge", "Connections open.", connections_open);
  single(text, "nucong_http_connections_refused_total", "counter", "Connections over the limit.",
         connections_refused);
  single(text, "nucong_http_questions_waiting", "gauge", "Questions that wait for a thread.",
         questions_waiting);
  single(text, "nucong_http_event_readers", "gauge", "Readers of events.", events_read);
  single(text, "nucong_http_event_readers_dropped_total", "counter", "Readers of events that were too slow.",
         events_dropped);
  return text;
}

}  // namespace nucong::http
