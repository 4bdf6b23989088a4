// Who asks, and what they may: the one place where a request's credentials are looked at.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "http/request.hpp"

namespace nucong::http {

/// What a route does with what it is asked about.
enum class Deed : std::uint8_t {
  look_at_server,  ///< whether it lives, how much it has to do
  look_up,         ///< what is the same for everybody: the catalogue, the description of the API
  read             ///< units, figures, targets
};

class Asker {
 public:
  Asker() = default;
  Asker(const Asker&) = delete;
  Asker& operator=(const Asker&) = delete;
  virtual ~Asker() = default;

  /// `unit` is the code of the unit that the question is about; none: the confederation.
  [[nodiscard]] virtual bool may(Deed deed, std::optional<std::string_view> unit) const = 0;
};

/// From any thread.
class Askers {
 public:
  Askers() = default;
  Askers(const Askers&) = delete;
  Askers& operator=(const Askers&) = delete;
  virtual ~Askers() = default;

  /// By the request's cookie or its `Authorization: Bearer ...`. Errors: those of signing in.
  [[nodiscard]] virtual Result<std::shared_ptr<const Asker>> asker_of(const Request& request) const = 0;
};

/// There are no accounts yet: whoever sits at this very machine may do all that there is, and nobody else
/// anything. That is why the server listens on loopback alone.
class Neighbours final : public Askers {
 public:
  [[nodiscard]] Result<std::shared_ptr<const Asker>> asker_of(const Request& request) const override;
};

}  // namespace nucong::http
