#include "app/enrol_totp.hpp"

#include <algorithm>

#include "account/recovery_code.hpp"
#include "app/resets.hpp"

namespace nucong::app {
namespace {

constexpr std::string_view issuer = "Nữ Công";

}  // namespace

Result<Enrolment> begin_totp(const AccountPorts& ports, const Asker& asker) {
  TRY(demand_session(asker));
  TRY(const auto account, ports.database.account(asker.account.value()));
  if (!account || account->closed) return fail(ErrorCode::session_ended);
  if (account->second_factor) return fail(ErrorCode::totp_enrolled);
  std::string secret = account::base32(ports.secrets.random(account::totp_secret_bytes));
  std::string uri = account::totp_uri(issuer, asker.name, secret);
  return Enrolment{std::move(secret), std::move(uri)};
}

Result<std::vector<std::string>> finish_totp(const AccountPorts& ports, const Asker& asker,
                                             const std::string& pass_phrase, const std::string& secret,
                                             const std::string& code) {
  TRY(const auto account, confirmed(ports, asker, pass_phrase));
  const auto bytes = account::bytes_of_base32(secret);
  if (!bytes || bytes->size() != account::totp_secret_bytes) return fail(ErrorCode::totp_wrong);
  const Instant now = ports.clock.now();
  const account::HmacSha1 hmac = [&](std::string_view key, std::string_view message) {
    return ports.secrets.hmac_sha1(key, message);
  };
  TRY(const auto step, account::accept_totp(*bytes, code, now, 0, hmac));
  std::vector<std::string> codes;
  SecondFactor factor{*bytes, step, {}};
  for (std::size_t i = 0; i < account::recovery_codes; ++i) {
    codes.push_back(account::recovery_code(ports.secrets.random(account::recovery_code_bytes)));
    factor.recovery_codes.push_back(
        ports.secrets.digest(account::normal_recovery_code(codes.back()).value()));
  }
  std::ranges::sort(factor.recovery_codes);
  const auto note = note_of(asker, now, "second_factor.enrol", {});
  TRY(ports.database.act(
      [&](Writer& writer) { return writer.enrol_second_factor(account.id, factor, note); }));
  return codes;
}

}  // namespace nucong::app
