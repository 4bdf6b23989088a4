// Somebody in every role, so that the screens can be tried as everybody.
#pragma once

#include <string>
#include <vector>

#include "account/role.hpp"
#include "app/asker.hpp"
#include "unit/history.hpp"

namespace nucong::demo {

/// What everybody of the demo signs in with. Made-up people, made-up figures: nothing here is anybody's
/// secret.
inline constexpr std::string_view pass_phrase = "nữ công dùng thử";

struct Person {
  std::string name;
  account::Role role = account::Role::officer;
  std::string unit;  ///< code
};

/// Makes the accounts: at the confederation, at one province, at one workplace below it. In office since the
/// beginning of the clock's year. Errors: those of app::make_account.
[[nodiscard]] Result<std::vector<Person>> appoint_people(const app::AccountPorts& ports,
                                                         const unit::History& history);

}  // namespace nucong::demo
