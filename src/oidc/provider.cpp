#include "oidc/provider.hpp"

#include <array>
#include <cstdlib>

#include <cjose/base64.h>
#include <openssl/evp.h>

#include "base/text.hpp"
#include "oidc/id_token.hpp"

namespace nucong::oidc {
namespace {

constexpr std::chrono::seconds left_alone = std::chrono::seconds(5);

// Where the application takes people back: a page of it, which asks this server.
constexpr std::string_view return_path = "/dang-nhap/tro-lai";

/// RFC 7636, section 4.2: S256.
std::string challenge_of(const std::string& verifier) {
  std::array<std::uint8_t, 32> hash{};
  unsigned size = 0;
  ENSURE(EVP_Digest(verifier.data(), verifier.size(), hash.data(), &size, EVP_sha256(), nullptr) == 1);
  char* text = nullptr;
  std::size_t length = 0;
  cjose_err wrong{};
  ENSURE(cjose_base64url_encode(hash.data(), hash.size(), &text, &length, &wrong));
  const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
  return {text, length};
}

std::string return_address(const app::IdentitySettings& settings) {
  std::string_view base = settings.public_address;
  if (base.ends_with('/')) base.remove_suffix(1);
  return std::string(base) + std::string(return_path);
}

Error unavailable(const WireQuestion& question, const WireAnswer& answer) {
  return fail(ErrorCode::identity_unavailable,
              {{"detail", question.address + ": " + std::to_string(answer.status)}});
}

bool is_key_missing(const Error& error) {
  return error.code() == ErrorCode::identity_refused && error.params().front().value == "kid";
}

Error malformed(const char* name, const std::string& text, const char* expected) {
  return fail(ErrorCode::setting_malformed,
              {{"name", std::string("identity.") + name}, {"text", text}, {"expected", expected}});
}

Result<> check(const app::IdentitySettings& settings) {
  if (!is_safe_address(settings.issuer))
    return malformed("issuer", settings.issuer, "\"https://id.example.org\"");
  if (settings.client_id.empty()) return malformed("client_id", {}, "\"nucong\"");
  if (settings.claim.empty()) return malformed("claim", {}, "\"preferred_username\"");
  if (!is_safe_address(settings.public_address))
    return malformed("public_address", settings.public_address, "\"https://nucong.example.org\"");
  return ok();
}

}  // namespace

Provider::Provider(app::IdentitySettings settings, std::string client_secret, app::Clock& clock, Wire wire)
    : settings_(std::move(settings)),
      client_secret_(std::move(client_secret)),
      clock_(clock),
      wire_(std::move(wire)) {}

std::string Provider::name() const {
  return settings_.name.empty() ? settings_.issuer : settings_.name;
}

Result<WireAnswer> Provider::ask(const WireQuestion& question) {
  {
    const std::lock_guard lock(mutex_);
    if (trouble_ && clock_.now() < trouble_until_) return *trouble_;
  }
  auto answer = wire_(question);
  if (answer && answer.value().status >= 500) answer = unavailable(question, answer.value());
  const std::lock_guard lock(mutex_);
  trouble_.reset();
  if (!answer) {
    trouble_ = answer.error();
    trouble_until_ = clock_.now() + left_alone;
  }
  return answer;
}

Result<std::string> Provider::fetch(const std::string& address) {
  const WireQuestion question{address, {}, {}, {}};
  TRY(auto answer, ask(question));
  if (answer.status != 200) return unavailable(question, answer);
  return std::move(answer.body);
}

Result<Metadata> Provider::metadata() {
  {
    const std::lock_guard lock(mutex_);
    if (metadata_) return *metadata_;
  }
  TRY(const auto text, fetch(metadata_address(settings_.issuer)));
  TRY(auto read, read_metadata(text, settings_.issuer));
  const std::lock_guard lock(mutex_);
  metadata_ = read;
  return read;
}

Result<std::string> Provider::keys(bool anew) {
  if (!anew) {
    const std::lock_guard lock(mutex_);
    if (keys_) return *keys_;
  }
  TRY(const auto where, metadata());
  TRY(auto text, fetch(where.keys));
  const std::lock_guard lock(mutex_);
  keys_ = text;
  return text;
}

Result<std::string> Provider::address_for(const app::IdentityAttempt& attempt) {
  TRY(const auto where, metadata());
  const char before = where.authorization.find('?') == std::string::npos ? '?' : '&';
  return where.authorization + before +
         "response_type=code&scope=openid%20profile&client_id=" + escaped(settings_.client_id) +
         "&redirect_uri=" + escaped(return_address(settings_)) + "&state=" + escaped(attempt.state) +
         "&nonce=" + escaped(attempt.nonce) +
         "&code_challenge_method=S256&code_challenge=" + challenge_of(attempt.verifier);
}

Result<std::string> Provider::token_for(const std::string& code, const app::IdentityAttempt& attempt) {
  TRY(const auto where, metadata());
  WireQuestion question{where.token,
                        "grant_type=authorization_code&code=" + escaped(code) +
                            "&redirect_uri=" + escaped(return_address(settings_)) +
                            "&code_verifier=" + escaped(attempt.verifier),
                        {},
                        {}};
  if (client_secret_.empty()) {
    question.form += "&client_id=" + escaped(settings_.client_id);
  } else {
    // Both as in a form, says RFC 6749, section 2.3.1.
    question.user = escaped(settings_.client_id);
    question.password = escaped(client_secret_);
  }
  TRY(const auto answer, ask(question));
  // A code that was made up or used before: whoever sent it is refused, and the provider is well.
  if (answer.status != 200) return fail(ErrorCode::identity_refused, {{"detail", "code"}});
  return read_id_token(answer.body);
}

Result<std::string> Provider::user_name(const std::string& code, const app::IdentityAttempt& attempt) {
  TRY(const auto token, token_for(code, attempt));
  const Expected expected{settings_.issuer, settings_.client_id, attempt.nonce, clock_.now()};
  TRY(const auto known, keys(false));
  auto name = claim_of(token, known, expected, settings_.claim);
  if (name || !is_key_missing(name.error())) return name;
  TRY(const auto newer, keys(true));
  return claim_of(token, newer, expected, settings_.claim);
}

Result<std::unique_ptr<Provider>> provider_of(const app::IdentitySettings& settings, app::Files& files,
                                              app::Clock& clock) {
  if (settings.issuer.empty()) return std::unique_ptr<Provider>();
  TRY(check(settings));
  std::string secret;
  if (!settings.client_secret_file.empty()) {
    constexpr std::size_t secret_bytes_max = 4096;
    TRY(secret, files.read(settings.client_secret_file, secret_bytes_max));
  }
  return std::make_unique<Provider>(settings, std::string(trimmed(secret)), clock);
}

}  // namespace nucong::oidc
