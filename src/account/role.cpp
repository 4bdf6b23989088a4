#include "account/role.hpp"

#include <algorithm>
#include <string>

namespace nucong::account {
namespace {

using enum Reach;

using Row = std::array<Reach, all_roles.size()>;

// A person may hold several offices; each gives what its own column says.
//
// officer: the figures of the workplace are hers to write and to send, nobody else's. Her unit may have
//   sections below; who reviews those holds the office of an upper officer there too.
// upper officer: writes and sends the report of her own unit like anybody, asks, reviews and helps out below.
//   Not for her own unit: that is for the unit above. She also looks after the accounts below, because a
//   forgotten pass phrase in a workplace is not a matter for the province's administrator.
// leader: decides and signs. Writes no report: who signs is not who typed. Reviews, because "return it" is
//   a leader's word as well.
// member: the figures of her own union; nothing of others.
// inspector: sees everything of the branch, also who did what, and changes nothing there: findings are a
//   register of their own.
// treasurer: works on funds, which are rooms of their own; of figures sees those of her unit.
// administrator: units and accounts. May not write, send, review or sign: whoever can make accounts must not
//   be able to speak for a union under their own name.
constexpr std::array<Row, all_deeds.size()> table = {{
    // clang-format off
    //                            officer upper   leader  member  inspect treasur administrator
    /* see_figures           */ {branch, branch, branch, own   , branch, own   , branch},
    // Whoever works with a report sees all of it; others what could stand on a notice board.
    /* see_small_cells       */ {branch, branch, branch, none  , branch, none  , none  },
    /* draft_report          */ {own   , own   , none  , none  , none  , none  , none  },
    /* send_report           */ {own   , own   , none  , none  , none  , none  , none  },
    /* review_report         */ {none  , below , below , none  , none  , none  , none  },
    /* type_for_silent       */ {none  , below , none  , none  , none  , none  , none  },
    /* adopt_directive       */ {none  , own   , own   , none  , none  , none  , none  },
    // A unit may take on more than it was given; that less is refused is the rule of goals, not of roles.
    /* assign_goals          */ {none  , branch, branch, none  , none  , none  , none  },
    /* extend_deadline       */ {none  , below , below , none  , none  , none  , none  },
    /* remind                */ {none  , below , below , none  , none  , none  , none  },
    // Decisions about units are taken on paper by the unit above; the administrator records them.
    /* reorganise            */ {none  , none  , none  , none  , none  , none  , branch},
    /* manage_accounts       */ {none  , below , none  , none  , none  , none  , branch},
    // Only an administrator makes another one: otherwise an upper officer could make one for herself below.
    /* manage_administrators */ {none  , none  , none  , none  , none  , none  , branch},
    /* see_audit             */ {none  , none  , branch, none  , branch, none  , branch},
    /* sign_and_freeze       */ {none  , none  , own   , none  , none  , none  , none  },
    // clang-format on
}};

constexpr std::array<std::string_view, all_roles.size()> role_names = {
    "officer", "upper_officer", "leader", "member", "inspector", "treasurer", "administrator"};
constexpr std::array<std::string_view, all_deeds.size()> deed_names = {
    "see_figures",     "see_small_cells", "draft_report",          "send_report",     "review_report",
    "type_for_silent", "adopt_directive", "assign_goals",          "extend_deadline", "remind",
    "reorganise",      "manage_accounts", "manage_administrators", "see_audit",       "sign_and_freeze"};

}  // namespace

std::string_view name_of(Role role) {
  return role_names.at(static_cast<std::size_t>(role));
}

std::string_view name_of(Deed deed) {
  return deed_names.at(static_cast<std::size_t>(deed));
}

Result<Role> parse_role(std::string_view text) {
  const auto found = std::ranges::find(role_names, text);
  if (found == role_names.end()) return fail(ErrorCode::role_unknown, {{"role", std::string(text)}});
  return static_cast<Role>(found - role_names.begin());
}

Reach reach(Role role, Deed deed) {
  return table.at(static_cast<std::size_t>(deed)).at(static_cast<std::size_t>(role));
}

}  // namespace nucong::account
