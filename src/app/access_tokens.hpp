// Tokens for programs of somebody's own: they may do what their owner may, or only read it.
#pragma once

#include <string>

#include "app/asker.hpp"

namespace nucong::app {

inline constexpr int token_days_max = 366;

struct MakeToken {
  std::string name;
  int days = 0;  ///< 1 to token_days_max
  bool may_write = false;
};

/// The token, shown once. Errors: `session.ended` unless by a session: a token makes no tokens;
/// `token.name_missing`, `token.name_taken`, `token.lifetime` (param `most`), `text.not_utf8`.
[[nodiscard]] Result<std::string> make_token(const AccountPorts& ports, const Asker& asker,
                                             const MakeToken& wanted);

/// One of the asker's own. Errors: `session.ended` unless by a session; `token.unknown`.
[[nodiscard]] Result<> revoke_token(const AccountPorts& ports, const Asker& asker, const std::string& name);

}  // namespace nucong::app
