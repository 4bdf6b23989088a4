// Who sends a request: the one place where its credentials are looked at.
#pragma once

#include <memory>

#include "app/asker.hpp"
#include "http/known_askers.hpp"
#include "http/request.hpp"

namespace nucong::http {

using Holder = std::shared_ptr<const app::Credentials>;

/// From any thread.
class Askers {
 public:
  Askers() = default;
  Askers(const Askers&) = delete;
  Askers& operator=(const Askers&) = delete;
  virtual ~Askers() = default;

  /// Those who were looked up a moment ago; null if that has to be done (`who`). Waits for nothing.
  [[nodiscard]] virtual Holder known(const Request& request) = 0;
  /// By the session of the cookie or by `Authorization: Bearer ...`. Errors: `session.ended` if there is
  /// neither or it is over; those of the database.
  [[nodiscard]] virtual Result<Holder> who(const Request& request) = 0;
};

/// People with accounts.
class AccountHolders final : public Askers {
 public:
  AccountHolders(const app::AccountPorts& ports, KnownAskers& known) : ports_(ports), known_(known) {}

  [[nodiscard]] Holder known(const Request& request) override;
  [[nodiscard]] Result<Holder> who(const Request& request) override;

 private:
  app::AccountPorts ports_;
  KnownAskers& known_;
};

/// For rehearsals: whoever sits at this very machine may do what the command line may, nobody else anything.
class Neighbours final : public Askers {
 public:
  [[nodiscard]] Holder known(const Request& request) override;
  [[nodiscard]] Result<Holder> who(const Request& request) override;
};

/// What the request holds to be known by: the token, or empty.
[[nodiscard]] std::string bearer_of(const Request& request);

}  // namespace nucong::http
