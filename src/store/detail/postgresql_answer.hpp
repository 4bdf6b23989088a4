// What libpq hands out, owned; and its refusals as ours.
#pragma once

#include <memory>
#include <string>

#include <libpq-fe.h>

#include "store/detail/connection.hpp"

namespace nucong::store {

struct ClearAnswer {
  void operator()(PGresult* answer) const { PQclear(answer); }
};
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

/// The refusal that `answer` tells; null: what the connection tells.
[[nodiscard]] Error refusal_of(PGconn* connection, const PGresult* answer, const std::string& url);

}  // namespace nucong::store
