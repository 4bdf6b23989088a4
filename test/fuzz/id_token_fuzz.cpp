// What a provider sends, as a stranger in its place would write it: read or refused, and nobody is let in by
// a token that nobody signed.
#include <cstdint>
#include <string_view>

#include "oidc/id_token.hpp"
#include "oidc/metadata.hpp"

namespace {

constexpr std::string_view keys =
    R"({"keys": [{"kty": "EC", "kid": "k1", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nucong::oidc;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Expected expected{"https://id.example", "nucong", "n", std::chrono::sys_seconds{}};
  if (claim_of(bytes, keys, expected, "sub")) __builtin_trap();
  // As keys: a token of ours in shape, whose signature fits none.
  constexpr std::string_view token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUifQ.AAAA";
  if (claim_of(token, bytes, expected, "iss")) __builtin_trap();
  if (const auto read = read_metadata(bytes, "https://id.example"); read && read.value().token.empty())
    __builtin_trap();
  if (const auto read = read_id_token(bytes); read && read.value().empty()) __builtin_trap();
  return 0;
}
