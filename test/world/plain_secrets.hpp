// Secrets without secrecy: fast, and the same in every run.
#pragma once

#include <string>

#include "app/secrets.hpp"

namespace nucong::world {

class PlainSecrets final : public app::Secrets {
 public:
  Result<std::string> hash_pass_phrase(const std::string& phrase) override {
    ++hashed;
    return made_with + ":" + phrase;
  }
  Result<bool> is_pass_phrase(const std::string& phrase, const std::string& hash) override {
    ++hashed;
    const auto colon = hash.find(':');
    if (colon == std::string::npos) return fail(ErrorCode::secrets_unavailable, {{"detail", hash}});
    return hash.substr(colon + 1) == phrase;
  }
  bool needs_rehash(const std::string& hash) override { return !hash.starts_with(made_with + ":"); }

  std::string random(std::size_t bytes) override {
    const std::string hex = digest("random " + std::to_string(++drawn));
    std::string made;
    while (made.size() < bytes) made += hex;
    return made.substr(0, bytes);
  }
  std::string token() override { return digest("token " + std::to_string(++drawn)).substr(0, 43); }
  // Four chains of 64 bits: enough that a test meets no two texts with the same.
  std::string digest(std::string_view text) override {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (std::uint64_t chain = 1; chain <= 4; ++chain) {
      std::uint64_t state = 14695981039346656037U * chain;
      for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211U;
      for (unsigned shift = 0; shift < 64; shift += 4) hex += digits[state >> shift & 15U];
    }
    return hex;
  }
  bool same(std::string_view a, std::string_view b) override { return a == b; }
  std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message) override {
    const std::string hex = digest(std::string(key) + "|" + std::string(message));
    std::array<std::uint8_t, 20> hash{};
    for (std::size_t i = 0; i < hash.size(); ++i)
      hash[i] = static_cast<std::uint8_t>(hex[3 * i] + 7 * hex[2 * i]);
    return hash;
  }

  std::string made_with = "plain";  ///< change it, and older hashes need a new one
  int hashed = 0;                   ///< how often somebody paid for a hash
  int drawn = 0;
};

}  // namespace nucong::world
