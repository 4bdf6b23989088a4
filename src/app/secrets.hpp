// The port to cryptography: pass phrases, tokens, hashes. Implemented by secrets/; tests have their own.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong::app {

/// May be used by several threads at once.
class Secrets {
 public:
  Secrets() = default;
  Secrets(const Secrets&) = delete;
  Secrets& operator=(const Secrets&) = delete;
  virtual ~Secrets() = default;

  /// What is stored of a pass phrase: slow to make on purpose (tens of milliseconds and as many megabytes),
  /// another one each time, with its parameters in it. Errors: `secrets.unavailable` (param `detail`).
  [[nodiscard]] virtual Result<std::string> hash_pass_phrase(const std::string& phrase) = 0;
  /// Whether `hash` was made of `phrase`; as slow. Errors: `secrets.unavailable`, also for a text that is no
  /// hash of ours.
  [[nodiscard]] virtual Result<bool> is_pass_phrase(const std::string& phrase, const std::string& hash) = 0;
  /// Whether `hash` was made with other parameters than one made today.
  [[nodiscard]] virtual bool needs_rehash(const std::string& hash) = 0;

  /// As many random bytes, from the system's source for keys.
  [[nodiscard]] virtual std::string random(std::size_t bytes) = 0;
  /// 256 random bits as 43 letters of URL-safe base64. Whoever has the text is let in: it is shown once, and
  /// only its digest is stored.
  [[nodiscard]] virtual std::string token() = 0;
  /// SHA-256 in 64 hexadecimal digits. For tokens, recovery codes and the audit chain; never for pass
  /// phrases.
  [[nodiscard]] virtual std::string digest(std::string_view text) = 0;
  /// Compares in a time that does not tell where the first difference is.
  [[nodiscard]] virtual bool same(std::string_view a, std::string_view b) = 0;
  /// RFC 2104 with SHA-1: for TOTP alone.
  [[nodiscard]] virtual std::array<std::uint8_t, 20> hmac_sha1(std::string_view key,
                                                               std::string_view message) = 0;
};

}  // namespace nucong::app
