// Taking a second factor into use.
#pragma once

#include <string>
#include <vector>

#include "app/asker.hpp"

namespace nucong::app {

/// What the asker's authenticator app is to read. Nothing is kept: whoever finishes sends the secret back.
struct Enrolment {
  std::string secret;  ///< base32, as it may be typed in by hand
  std::string uri;     ///< for the QR code
};

/// Errors: `session.ended` unless by a session; `totp.enrolled`.
[[nodiscard]] Result<Enrolment> begin_totp(const AccountPorts& ports, const Asker& asker);

/// From now on signing in takes a code. The recovery codes are shown once.
/// Errors: those of `confirmed`; `totp.wrong` if `code` is not of `secret`, or `secret` none of ours;
/// `totp.enrolled`.
[[nodiscard]] Result<std::vector<std::string>> finish_totp(const AccountPorts& ports, const Asker& asker,
                                                           const std::string& pass_phrase,
                                                           const std::string& secret,
                                                           const std::string& code);

}  // namespace nucong::app
