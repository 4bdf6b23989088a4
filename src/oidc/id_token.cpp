#include "oidc/id_token.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cjose/cjose.h>

namespace nucong::oidc {
namespace {

namespace json = boost::json;

constexpr std::chrono::seconds clocks_differ = std::chrono::minutes(1);
constexpr std::size_t token_bytes_max = std::size_t{64} << 10;

struct Release {
  void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using Signed = std::unique_ptr<cjose_jws_t, Release>;
using Key = std::unique_ptr<cjose_jwk_t, Release>;

Error refused(std::string_view detail) {
  return fail(ErrorCode::identity_refused, {{"detail", std::string(detail)}});
}

std::string member(const json::object& object, std::string_view name) {
  const auto* found = object.if_contains({name.data(), name.size()});
  return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

std::string header_of(const Signed& token, const char* name) {
  cjose_err wrong{};
  const char* text = cjose_header_get(cjose_jws_get_protected(token.get()), name, &wrong);
  return text == nullptr ? std::string() : std::string(text);
}

// The kind of key that an algorithm is used with: a token does not choose how it is checked beyond these.
std::optional<std::string_view> key_kind(std::string_view algorithm) {
  if (algorithm == "RS256" || algorithm == "PS256") return "RSA";
  if (algorithm == "ES256") return "EC";
  return std::nullopt;
}

bool may_sign(const json::object& key, std::string_view kind, std::string_view id) {
  const auto use = member(key, "use");
  return member(key, "kty") == kind && (use.empty() || use == "sig") &&
         (id.empty() || member(key, "kid") == id);
}

// The keys that may have signed it.
Result<std::vector<Key>> keys_for(std::string_view set, std::string_view kind, const std::string& id) {
  boost::system::error_code wrong;
  const auto read = json::parse({set.data(), set.size()}, wrong);
  const auto* list = wrong || !read.is_object() ? nullptr : read.as_object().if_contains("keys");
  if (list == nullptr || !list->is_array())
    return fail(ErrorCode::identity_unavailable, {{"detail", "jwks"}});
  std::vector<Key> keys;
  for (const auto& one : list->as_array()) {
    if (!one.is_object() || !may_sign(one.as_object(), kind, id)) continue;
    const std::string text = json::serialize(one);
    cjose_err why{};
    if (Key key{cjose_jwk_import(text.data(), text.size(), &why)}) keys.push_back(std::move(key));
  }
  return keys;
}

Result<json::object> verified(std::string_view token, std::string_view keys) {
  if (token.size() > token_bytes_max) return refused("size");
  cjose_err wrong{};
  const Signed read(cjose_jws_import(token.data(), token.size(), &wrong));
  if (!read) return refused("token");
  const auto kind = key_kind(header_of(read, CJOSE_HDR_ALG));
  if (!kind) return refused("alg");
  TRY(const auto candidates, keys_for(keys, *kind, header_of(read, CJOSE_HDR_KID)));
  if (candidates.empty()) return refused("kid");
  const auto fits = [&](const Key& key) { return cjose_jws_verify(read.get(), key.get(), &wrong); };
  if (std::ranges::none_of(candidates, fits)) return refused("signature");
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(read.get(), &bytes, &size, &wrong)) return refused("token");
  boost::system::error_code unread;
  auto claims = json::parse({reinterpret_cast<const char*>(bytes), size}, unread);
  if (unread || !claims.is_object()) return refused("claims");
  return std::move(claims.as_object());
}

bool is_for(const json::object& claims, std::string_view client) {
  const auto* audience = claims.if_contains("aud");
  if (audience == nullptr) return false;
  if (audience->is_string()) return std::string_view(audience->as_string()) == client;
  // For others too: then it must say that it was made for us.
  const auto is_client = [&](const json::value& one) {
    return one.is_string() && std::string_view(one.as_string()) == client;
  };
  return audience->is_array() && std::ranges::any_of(audience->as_array(), is_client) &&
         (audience->as_array().size() == 1 || member(claims, "azp") == client);
}

bool has_run_out(const json::object& claims, std::chrono::sys_seconds now) {
  const auto* end = claims.if_contains("exp");
  boost::system::error_code wrong;
  const auto seconds = end == nullptr ? 0 : end->to_number<std::int64_t>(wrong);
  return wrong || seconds <= (now - clocks_differ).time_since_epoch().count();
}

}  // namespace

Result<std::string> claim_of(std::string_view token, std::string_view keys, const Expected& expected,
                             std::string_view claim) {
  TRY(const auto claims, verified(token, keys));
  if (member(claims, "iss") != expected.issuer) return refused("iss");
  if (!is_for(claims, expected.client_id)) return refused("aud");
  if (has_run_out(claims, expected.now)) return refused("exp");
  if (expected.nonce.empty() || member(claims, "nonce") != expected.nonce) return refused("nonce");
  auto told = member(claims, claim);
  if (told.empty()) return refused(claim);
  return told;
}

}  // namespace nucong::oidc
