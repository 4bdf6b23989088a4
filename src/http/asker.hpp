// Who sends a request: the one place where its credentials are looked at.
#pragma once

#include <memory>

#include "app/asker.hpp"
#include "http/known_askers.hpp"
#include "http/request.hpp"
#include "live/pool.hpp"

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
  /// neither or it is over; those of the store.
  [[nodiscard]] virtual Result<Holder> who(const Request& request) = 0;
};

/// People with accounts.
class AccountHolders final : public Askers {
 public:
  AccountHolders(live::Pool<app::AccountStore>& accounts, KnownAskers& known, app::Clock& clock,
                 app::Secrets& secrets, app::Gate& gate)
      : accounts_(accounts), known_(known), clock_(clock), secrets_(secrets), gate_(gate) {}

  [[nodiscard]] Holder known(const Request& request) override;
  [[nodiscard]] Result<Holder> who(const Request& request) override;

 private:
  live::Pool<app::AccountStore>& accounts_;
  KnownAskers& known_;
  app::Clock& clock_;
  app::Secrets& secrets_;
  app::Gate& gate_;
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
