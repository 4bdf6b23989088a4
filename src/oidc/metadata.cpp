#include "oidc/metadata.hpp"

#include <boost/json/parse.hpp>

#include "oidc/wire.hpp"

namespace nucong::oidc {
namespace {

namespace json = boost::json;

Error unusable(std::string detail) {
  return fail(ErrorCode::identity_unavailable, {{"detail", std::move(detail)}});
}

Result<json::object> read_object(std::string_view text, const char* what) {
  boost::system::error_code wrong;
  auto read = json::parse({text.data(), text.size()}, wrong);
  if (wrong || !read.is_object()) return unusable(std::string(what) + ": no JSON");
  return std::move(read.as_object());
}

std::string text_of(const json::object& object, std::string_view name) {
  const auto* found = object.if_contains({name.data(), name.size()});
  return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

Result<std::string> address_of(const json::object& object, std::string_view name) {
  auto address = text_of(object, name);
  if (!is_safe_address(address)) return unusable(std::string(name) + ": " + address);
  return address;
}

}  // namespace

std::string metadata_address(std::string_view issuer) {
  if (issuer.ends_with('/')) issuer.remove_suffix(1);
  return std::string(issuer) + "/.well-known/openid-configuration";
}

Result<Metadata> read_metadata(std::string_view text, std::string_view issuer) {
  TRY(const auto object, read_object(text, "openid-configuration"));
  if (const auto told = text_of(object, "issuer"); told != issuer) return unusable("issuer: " + told);
  Metadata metadata;
  TRY(metadata.authorization, address_of(object, "authorization_endpoint"));
  TRY(metadata.token, address_of(object, "token_endpoint"));
  TRY(metadata.keys, address_of(object, "jwks_uri"));
  return metadata;
}

Result<std::string> read_id_token(std::string_view text) {
  TRY(const auto object, read_object(text, "token"));
  auto token = text_of(object, "id_token");
  if (token.empty()) return unusable("token: no id_token");
  return token;
}

}  // namespace nucong::oidc
