#include "http/entry.hpp"

#include <algorithm>

#include "http/client_address.hpp"
#include "http/sight.hpp"
#include "rollup/question.hpp"

namespace nucong::http {
namespace {

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

std::string_view expected_media(Body body) {
  return body == Body::json ? "application/json" : "application/octet-stream";
}

// A browser sends either along with everything but plain navigation; a program sends none of them.
bool is_cross_site(const Request& request) {
  const auto site = request.field("sec-fetch-site");
  if (!site.empty() && site != "same-origin") return true;
  const auto origin = request.field("origin");
  if (origin.empty()) return false;
  const auto at = origin.find("://");
  return at == std::string_view::npos || origin.substr(at + 3) != request.field("host");
}

Error outside(const std::string& unit) {
  return fail(ErrorCode::access_outside_scope, {{"unit", unit}});
}

// A tree that was never planted: the question goes to today's, and whoever answers says what is wrong with
// it.
Date grown(const unit::History& history, Date day, Date today) {
  return !history.epochs().empty() && history.epochs().front() <= day ? day : today;
}

// Whether the answer tells of units below the one that is named, each by itself.
bool tells_below(const Route& route, const Params& params) {
  const auto* rows = params.find<app::Rows>("by");
  return route.tells_below || (rows != nullptr && rows->kind != app::Rows::Kind::self);
}

Result<> check_deed(const Route& route, const Params& params, const app::Credentials& holder,
                    const app::Present& present) {
  const auto& history = present.nation.history;
  if (history.epochs().empty()) return outside({});
  const Date day = grown(history, day_in_question(route, params, present.today), present.today);
  const auto ground = rollup::ground_on(present.atlas, history, day);
  const app::Asker asker = holder.on(present.today, ground->lineage());
  const auto* code = params.find<std::string>("unit");
  const auto [deed, or_deed] = std::pair(route.access.deed, route.access.or_deed);
  if (code == nullptr)
    return asker.scope.allows(deed) || asker.scope.allows(or_deed) ? Result<>(ok()) : outside({});
  TRY(const Slot unit, history.slot(*code));
  auto demanded = app::demand(asker, deed, unit, history);
  if (demanded.has_error()) demanded = app::demand(asker, or_deed, unit, history);
  if (demanded.has_error())
    return demanded.error().code() == ErrorCode::token_read_only ? demanded : Result<>(outside(*code));
  if (tells_below(route, params) && !sees_below(asker.scope, ground->tree(), unit)) return outside(*code);
  return ok();
}

}  // namespace

Result<> check_host(const Request& request, const Hosts& hosts) {
  std::string host;
  for (const char c : without_port(request.field("host")))
    host += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (hosts.empty() || hosts.contains(host)) return ok();
  return fail(ErrorCode::request_host_foreign, {{"host", host}});
}

Result<> check_origin(const Route& route, const Request& request) {
  if (route.method == Method::get) return ok();
  if (request.field("authorization").empty() && is_cross_site(request))
    return fail(ErrorCode::request_cross_site);
  if (route.body == Body::none || request.body.empty()) return ok();
  const auto media = request.field("content-type");
  if (media.substr(0, media.find(';')) == expected_media(route.body)) return ok();
  return fail(ErrorCode::request_media, {{"expected", std::string(expected_media(route.body))}});
}

Date day_in_question(const Route& route, const Params& params, Date today) {
  if (const auto* day = params.find<Date>("as_of")) return *day;
  const auto* period = params.find<Period>("period");
  const bool of_some_tree = std::ranges::find(route.params, "tree", &Param::name) != route.params.end();
  if (period == nullptr || !of_some_tree) return today;
  return params.get_or<app::TreeChoice>("tree", {}).day(*period, today);
}

Result<> check_access(const Route& route, const Params& params, const Request& request,
                      const app::Credentials* holder, const app::Present& present) {
  switch (route.access.door) {
    case Access::Door::open:
      return ok();
    case Access::Door::here:
      if (is_loopback(request.address)) return ok();
      return fail(ErrorCode::access_elsewhere);
    case Access::Door::signed_in:
      if (holder != nullptr) return ok();
      return fail(ErrorCode::session_ended);
    case Access::Door::by_deed:
      break;
  }
  if (holder == nullptr) return fail(ErrorCode::session_ended);
  if (holder->asker.means == app::Means::console) return ok();
  return check_deed(route, params, *holder, present);
}

}  // namespace nucong::http
