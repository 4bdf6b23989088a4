#include "secrets/system_secrets.hpp"

#include <cerrno>
#include <climits>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

namespace nucong::secrets {
namespace {

constexpr std::size_t token_bytes = 32;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Error unavailable(const char* detail) {
  return fail(ErrorCode::secrets_unavailable, {{"detail", detail}});
}

}  // namespace

SystemSecrets::SystemSecrets(const HashCost& cost) : cost_(cost) {
  ENSURE(sodium_init() >= 0);
}

Result<std::string> SystemSecrets::hash_pass_phrase(const std::string& phrase) {
  std::array<char, crypto_pwhash_argon2id_STRBYTES> hash{};
  if (crypto_pwhash_argon2id_str(hash.data(), phrase.data(), phrase.size(), cost_.passes,
                                 cost_.memory_bytes) != 0)
    return unavailable("argon2id: out of memory");
  return std::string(hash.data());
}

Result<bool> SystemSecrets::is_pass_phrase(const std::string& phrase, const std::string& hash) {
  errno = 0;
  if (crypto_pwhash_argon2id_str_verify(hash.c_str(), phrase.data(), phrase.size()) == 0) return true;
  // Only of a hash that was made and differs does libsodium say EINVAL.
  if (errno == EINVAL) return false;
  return unavailable("argon2id: out of memory, or no hash of ours");
}

bool SystemSecrets::needs_rehash(const std::string& hash) {
  return crypto_pwhash_argon2id_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

std::string SystemSecrets::random(std::size_t bytes) {
  std::string made(bytes, '\0');
  randombytes_buf(made.data(), made.size());
  return made;
}

std::string SystemSecrets::token() {
  const std::string bytes = random(token_bytes);
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(token_bytes, variant)> text{};
  return sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
}

std::string SystemSecrets::digest(std::string_view text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), bytes_of(text), text.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> digits{};
  return sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
}

bool SystemSecrets::same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::array<std::uint8_t, 20> SystemSecrets::hmac_sha1(std::string_view key, std::string_view message) {
  ENSURE(key.size() <= INT_MAX);
  std::array<std::uint8_t, 20> hash{};
  unsigned length = 0;
  const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes_of(message),
                          message.size(), hash.data(), &length);
  ENSURE(made != nullptr && length == hash.size());
  return hash;
}

}  // namespace nucong::secrets
