// Signing in and out, and what somebody does about their own account.
#include <array>

#include "app/access_tokens.hpp"
#include "app/enrol_totp.hpp"
#include "app/resets.hpp"
#include "app/sign_in.hpp"
#include "http/answers.hpp"
#include "http/client_address.hpp"
#include "http/content.hpp"
#include "http/cookies.hpp"
#include "http/welcome.hpp"
#include "rollup/question.hpp"

namespace nucong::http {
namespace {

using answer::JsonWriter;

void add_offices(JsonWriter& json, const Asked& asked, const app::Asker& asker) {
  const auto& history = asked.nation().history;
  json.key("offices").open_array();
  for (const auto& office : asker.scope.offices()) {
    const auto& unit = history.unit(office.unit);
    json.open_object().member("role", account::name_of(office.role)).member("unit", unit.code);
    json.member("unit_name", unit.phase_on(asked.present.today).name);
    json.member("from", format_date(office.from)).key("to");
    office.to ? json.value(format_date(*office.to)) : json.null();
    json.close_object();
  }
  json.close_array();
}

std::string_view name_of(account::Reach reach) {
  constexpr std::array<std::string_view, 4> names = {"none", "own", "below", "branch"};
  return names.at(static_cast<std::size_t>(reach));
}

// Where each deed is allowed, so that a screen offers nothing that would be refused.
void add_deeds(JsonWriter& json, const Asked& asked, const app::Asker& asker) {
  const auto& history = asked.nation().history;
  json.key("may").open_object();
  for (const auto deed : account::all_deeds) {
    json.key(account::name_of(deed)).open_array();
    for (const auto& allowed : asker.scope.branches(deed)) {
      const auto& unit = history.unit(allowed.unit);
      json.open_object().member("unit", unit.code).member("name", unit.phase_on(asked.present.today).name);
      json.member("reach", name_of(allowed.reach)).close_object();
    }
    json.close_array();
  }
  json.close_object();
}

Content about(const Asked& asked, const app::Asker& asker, bool second_factor) {
  constexpr std::array<std::string_view, 3> means = {"console", "session", "token"};
  JsonWriter json = begun(asked);
  json.key("account");
  asker.account ? json.value(whole(asker.account->value)) : json.null();
  json.member("name", asker.name).member("person", asker.person);
  json.member("means", means.at(static_cast<std::size_t>(asker.means)));
  json.member("second_factor", second_factor);
  add_offices(json, asked, asker);
  add_deeds(json, asked, asker);
  return finished(std::move(json));
}

Result<bool> has_second_factor(app::Reader& reader, const app::Asker& asker) {
  if (!asker.account) return false;
  TRY(const auto account, reader.account(*asker.account));
  return account && account->second_factor.has_value();
}

}  // namespace

Result<Content> welcomed(const Asked& asked, const app::AccountPorts& ports, const app::SignedIn& signed_in) {
  TRY(const auto found, app::credentials(ports, signed_in.token, place_of(asked.request.address)));
  const auto& history = asked.nation().history;
  std::shared_ptr<const rollup::Ground> ground;
  app::Asker asker = found.asker;
  if (!history.epochs().empty()) {
    ground = rollup::ground_on(asked.present.atlas, history, asked.present.today);
    asker = found.on(asked.present.today, ground->lineage());
  }
  TRY(const bool second, has_second_factor(ports.database, asker));
  Content content = about(asked, asker, second);
  content.fields.push_back(set_cookie(asked, session_cookie, signed_in.token, app::session_life_max));
  return content;
}

Result<Content> sign_in(const Asked& asked) {
  const auto ports = asked.around.account_ports();
  const auto visit = visit_of(asked.request);
  TRY(const auto signed_in,
      app::sign_in(ports, {asked.text("name"), asked.text("pass_phrase"), asked.text("code"), visit.address,
                           visit.user_agent, visit.replaced}));
  return welcomed(asked, ports, signed_in);
}

Result<Content> sign_out(const Asked& asked) {
  TRY(app::sign_out(asked.around.account_ports(), asked.asker));
  Content content = finished(begun(asked));
  content.fields.push_back(set_cookie(asked, session_cookie, {}, std::chrono::seconds(0)));
  return content;
}

Result<Content> me(const Asked& asked) {
  TRY(const bool second, has_second_factor(asked.around.ports.database, asked.asker));
  return about(asked, asked.asker, second);
}

Result<Content> change_pass_phrase(const Asked& asked) {
  TRY(app::change_pass_phrase(asked.around.account_ports(), asked.asker, asked.text("old"),
                              asked.text("new")));
  return finished(begun(asked));
}

Result<Content> begin_totp(const Asked& asked) {
  TRY(const auto enrolment, app::begin_totp(asked.around.account_ports(), asked.asker));
  JsonWriter json = begun(asked);
  json.member("secret", enrolment.secret).member("uri", enrolment.uri);
  return finished(std::move(json));
}

Result<Content> finish_totp(const Asked& asked) {
  TRY(const auto codes, app::finish_totp(asked.around.account_ports(), asked.asker, asked.text("pass_phrase"),
                                         asked.text("secret"), asked.text("code")));
  JsonWriter json = begun(asked);
  json.key("recovery_codes").open_array();
  for (const auto& code : codes) json.value(code);
  json.close_array();
  return finished(std::move(json));
}

Result<Content> tokens(const Asked& asked) {
  TRY(app::demand_session(asked.asker));
  TRY(const auto all, asked.around.ports.database.tokens_of(*asked.asker.account));
  JsonWriter json = begun(asked);
  json.key("tokens").open_array();
  for (const auto& token : all)
    json.open_object()
        .member("name", token.name)
        .member("made", instant(token.made))
        .member("expires", instant(token.expires))
        .member("may_write", token.may_write)
        .close_object();
  json.close_array();
  return finished(std::move(json));
}

Result<Content> make_token(const Asked& asked) {
  const auto days = static_cast<int>(asked.params.get<std::uint32_t>("days"));
  TRY(const auto token, app::make_token(asked.around.account_ports(), asked.asker,
                                        {asked.text("name"), days, asked.params.get_or("may_write", false)}));
  JsonWriter json = begun(asked);
  json.member("token", token);
  return finished(std::move(json));
}

Result<Content> revoke_token(const Asked& asked) {
  TRY(app::revoke_token(asked.around.account_ports(), asked.asker, asked.text("token")));
  return finished(begun(asked));
}

Result<Content> use_pass_phrase_link(const Asked& asked) {
  TRY(app::finish_pass_phrase_reset(asked.around.account_ports(), asked.text("link"),
                                    asked.text("pass_phrase"), place_of(asked.request.address)));
  return finished(begun(asked));
}

Result<Content> use_second_factor_link(const Asked& asked) {
  TRY(app::finish_second_factor_reset(asked.around.account_ports(), asked.text("link"),
                                      place_of(asked.request.address)));
  return finished(begun(asked));
}

Result<Content> use_first_link(const Asked& asked) {
  TRY(app::finish_first_administrator(asked.around.account_ports(), asked.text("link"),
                                      {asked.text("name"), asked.text("person"), asked.text("pass_phrase")},
                                      place_of(asked.request.address), asked.nation().history));
  return finished(begun(asked));
}

}  // namespace nucong::http
