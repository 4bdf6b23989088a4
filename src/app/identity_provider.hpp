// The port to another house that says who somebody is: an OpenID provider.
#pragma once

#include <string>

#include "base/result.hpp"

namespace nucong::app {

/// Which house, and what is agreed with it. Without an issuer there is none.
struct IdentitySettings {
  std::string issuer;                        ///< its address, as it writes it into its tokens
  std::string client_id;                     ///< our name there
  std::string client_secret_file;            ///< what we prove that with; empty: it asks for no proof
  std::string name;                          ///< how people call it, on the button
  std::string claim = "preferred_username";  ///< which of its words is the user name here
  std::string public_address;  ///< of this server, as browsers know it: "https://nucong.example.org"

  bool operator==(const IdentitySettings&) const = default;
};

/// One try to sign in, known to the browser that began it and to nobody else.
struct IdentityAttempt {
  std::string state;     ///< comes back with the browser
  std::string nonce;     ///< comes back within the token
  std::string verifier;  ///< what only we can send for the code (RFC 7636)
};

/// May be used by several threads at once.
class IdentityProvider {
 public:
  IdentityProvider() = default;
  IdentityProvider(const IdentityProvider&) = delete;
  IdentityProvider& operator=(const IdentityProvider&) = delete;
  virtual ~IdentityProvider() = default;

  /// How people call it.
  [[nodiscard]] virtual std::string name() const = 0;
  /// Where the browser goes to sign in there. Errors: `identity.unavailable` (param `detail`).
  [[nodiscard]] virtual Result<std::string> address_for(const IdentityAttempt& attempt) = 0;
  /// The user name of whoever came back with `code`. Errors: `identity.unavailable`; `identity.refused`
  /// (param `detail`: what of the answer does not hold).
  [[nodiscard]] virtual Result<std::string> user_name(const std::string& code,
                                                      const IdentityAttempt& attempt) = 0;
};

}  // namespace nucong::app
