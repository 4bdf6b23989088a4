// Who may ask a route at all.
#pragma once

#include <cstdint>

#include "account/role.hpp"

namespace nucong::http {

struct Access {
  enum class Door : std::uint8_t {
    open,       ///< for everybody: what is the same for all, and signing in itself
    here,       ///< for whoever asks from the server's own machine
    signed_in,  ///< for everybody with a session or token; the answer is cut to what they may see
    by_deed     ///< for whoever may do `deed` at the unit that the request names
  };

  Door door = Door::open;
  account::Deed deed = account::Deed::see_figures;  ///< of `by_deed`
  account::Deed or_deed = deed;                     ///< who may do that may ask as well

  bool operator==(const Access&) const = default;
};

constexpr Access may(account::Deed deed) {
  return {Access::Door::by_deed, deed, deed};
}
constexpr Access may(account::Deed deed, account::Deed or_deed) {
  return {Access::Door::by_deed, deed, or_deed};
}

}  // namespace nucong::http
