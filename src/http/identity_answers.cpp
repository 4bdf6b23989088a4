// Signing in by another house's word. The browser is sent there by our page and comes back to one, which asks
// here with what it was given: no session begins by a link.
#include "app/sign_in_elsewhere.hpp"
#include "http/answers.hpp"
#include "http/asker.hpp"
#include "http/client_address.hpp"
#include "http/content.hpp"
#include "http/cookies.hpp"
#include "http/welcome.hpp"

namespace nucong::http {
namespace {

Result<app::IdentityProvider*> provider(const Asked& asked) {
  if (asked.around.identity == nullptr) return fail(ErrorCode::identity_not_offered);
  return asked.around.identity;
}

}  // namespace

app::Visit visit_of(const Request& request) {
  auto replaced = bearer_of(request);
  return {place_of(request.address), std::string(request.field("user-agent")),
          replaced.empty() ? std::nullopt : std::optional(std::move(replaced))};
}

Result<Content> ways_in(const Asked& asked) {
  auto json = begun(asked);
  json.key("provider");
  asked.around.identity == nullptr ? json.null() : json.value(asked.around.identity->name());
  return finished(std::move(json));
}

Result<Content> begin_elsewhere(const Asked& asked) {
  TRY(auto* const elsewhere, provider(asked));
  TRY(const auto begun_there, app::begin_sign_in_elsewhere(asked.around.account_ports(), *elsewhere));
  auto json = begun(asked);
  json.member("address", begun_there.address);
  Content content = finished(std::move(json));
  content.fields.push_back(set_cookie(asked, attempt_cookie, begun_there.kept, app::attempt_life_max));
  return content;
}

Result<Content> finish_elsewhere(const Asked& asked) {
  TRY(auto* const elsewhere, provider(asked));
  const auto ports = asked.around.account_ports();
  TRY(const auto signed_in,
      app::finish_sign_in_elsewhere(ports, *elsewhere,
                                    {asked.text("code"), asked.text("state"),
                                     cookie_of(asked.request, attempt_cookie), visit_of(asked.request)}));
  TRY(auto content, welcomed(asked, ports, signed_in));
  content.fields.push_back(set_cookie(asked, attempt_cookie, {}, std::chrono::seconds(0)));
  return content;
}

}  // namespace nucong::http
