#include "http/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "answer/json_writer.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

// The members of an object as the pattern below closes it: without its first brace and its line end.
std::string members(JsonWriter&& json) {
  std::string text = std::move(json.close_object()).take();
  return text.substr(1, text.size() - 2);
}

class JsonLines final : public Log {
 public:
  JsonLines() : lines_("nucong", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
    lines_.set_pattern(R"({"time": "%Y-%m-%dT%H:%M:%S.%e%z", "level": "%l", %v)");
  }

  void served(const Served& served) override {
    JsonWriter json(answer::JsonLayout::one_line);
    json.open_object().member("request", served.request).member("method", served.method);
    json.member("route", served.route).member("status", Decimal{served.status});
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(served.took).count();
    json.member("ms", Decimal::scaled(micros, 3));
    json.member("bytes", Decimal{static_cast<std::int64_t>(served.bytes)});
    if (!served.fault.empty()) json.member("fault", served.fault);
    write(served.status >= 500 ? spdlog::level::err : spdlog::level::info, std::move(json));
  }

  void note(std::string_view what, std::string_view detail) override {
    JsonWriter json(answer::JsonLayout::one_line);
    json.open_object().member("note", what);
    if (!detail.empty()) json.member("detail", detail);
    write(spdlog::level::info, std::move(json));
  }

 private:
  void write(spdlog::level::level_enum level, JsonWriter&& json) {
    lines_.log(level, spdlog::string_view_t(members(std::move(json))));
  }

  spdlog::logger lines_;
};

}  // namespace

std::unique_ptr<Log> make_log() {
  return std::make_unique<JsonLines>();
}

}  // namespace nucong::http
