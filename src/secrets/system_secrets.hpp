// Cryptography by libsodium, and the one hash it does not have by OpenSSL.
#pragma once

#include "app/secrets.hpp"

namespace nucong::secrets {

/// What one Argon2id hash costs whoever makes it, us and the guesser. The usual one is the least that OWASP's
/// Password Storage Cheat Sheet names for one lane (19 MiB, two passes): some 30 ms here; a hundred people
/// who sign in within a second still fit a small machine.
struct HashCost {
  std::size_t memory_bytes = std::size_t{19} << 20;
  unsigned long long passes = 2;
};

/// For tests: as little as the algorithm allows.
inline constexpr HashCost cheapest{8192, 1};

class SystemSecrets final : public app::Secrets {
 public:
  explicit SystemSecrets(const HashCost& cost = {});

  Result<std::string> hash_pass_phrase(const std::string& phrase) override;
  Result<bool> is_pass_phrase(const std::string& phrase, const std::string& hash) override;
  bool needs_rehash(const std::string& hash) override;
  std::string random(std::size_t bytes) override;
  std::string token() override;
  std::string digest(std::string_view text) override;
  bool same(std::string_view a, std::string_view b) override;
  std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message) override;

 private:
  HashCost cost_;
};

}  // namespace nucong::secrets
