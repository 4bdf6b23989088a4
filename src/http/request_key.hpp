// A request that may come twice, by the key that it carries (Idempotency-Key).
#pragma once

#include <optional>
#include <string>

#include "app/repeated_request.hpp"

namespace nucong::http {

class RequestKey {
 public:
  /// `request` is all of it that matters, as text. What is referred to must outlive it.
  RequestKey(app::AccountPorts ports, const app::Asker& asker, std::string key, std::string request)
      : ports_(ports), asker_(asker), key_(std::move(key)), request_(std::move(request)) {}

  /// What was answered before, if it was.
  [[nodiscard]] Result<std::optional<std::string>> answered() const {
    return app::answered(ports_, asker_, key_, request_);
  }
  /// Keeps the answer with an act.
  [[nodiscard]] Result<> keep(app::Writer& writer, const std::string& answer) {
    kept_ = true;
    return app::keep_answer(writer, ports_, asker_, key_, request_, answer);
  }
  /// Keeps the answer of a request that needed no act.
  [[nodiscard]] Result<> keep_alone(const std::string& answer) const {
    if (kept_) return ok();
    return app::keep_answer(ports_, asker_, key_, request_, answer);
  }

 private:
  app::AccountPorts ports_;
  const app::Asker& asker_;
  std::string key_;
  std::string request_;
  bool kept_ = false;
};

}  // namespace nucong::http
