// An OpenID provider, as the port wants it: the code flow with PKCE (OpenID Connect Core 1.0, RFC 7636).
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "app/identity_provider.hpp"
#include "app/ports.hpp"
#include "oidc/metadata.hpp"
#include "oidc/wire.hpp"

namespace nucong::oidc {

/// What the provider tells of itself is fetched when it is first needed and kept; keys are fetched again when
/// a token is signed with one that is not among them. After a provider could not be reached it is left alone
/// for some seconds: whoever signs in then is told at once.
class Provider final : public app::IdentityProvider {
 public:
  Provider(app::IdentitySettings settings, std::string client_secret, app::Clock& clock,
           Wire wire = ask_network);

  [[nodiscard]] std::string name() const override;
  [[nodiscard]] Result<std::string> address_for(const app::IdentityAttempt& attempt) override;
  [[nodiscard]] Result<std::string> user_name(const std::string& code,
                                              const app::IdentityAttempt& attempt) override;

 private:
  [[nodiscard]] Result<WireAnswer> ask(const WireQuestion& question);
  /// What is public there.
  [[nodiscard]] Result<std::string> fetch(const std::string& address);
  [[nodiscard]] Result<Metadata> metadata();
  [[nodiscard]] Result<std::string> keys(bool anew);
  [[nodiscard]] Result<std::string> token_for(const std::string& code, const app::IdentityAttempt& attempt);

  const app::IdentitySettings settings_;
  const std::string client_secret_;
  app::Clock& clock_;
  const Wire wire_;

  std::mutex mutex_;  ///< over what follows; not held while the provider is asked
  std::optional<Metadata> metadata_;
  std::optional<std::string> keys_;
  std::optional<Error> trouble_;
  std::chrono::sys_seconds trouble_until_{};
};

/// A provider if the settings name one, with its secret read from its file. None without an issuer. Errors:
/// `setting.malformed` (params `name`, `text`, `expected`); those of reading the file.
[[nodiscard]] Result<std::unique_ptr<Provider>> provider_of(const app::IdentitySettings& settings,
                                                            app::Files& files, app::Clock& clock);

}  // namespace nucong::oidc
