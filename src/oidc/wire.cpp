#include "oidc/wire.hpp"

#include <array>
#include <memory>

#include <curl/curl.h>

namespace nucong::oidc {
namespace {

constexpr std::size_t answer_bytes_max = std::size_t{256} << 10;
constexpr long connect_ms = 3000;
constexpr long answer_ms = 6000;

Error unavailable(std::string detail) {
  return fail(ErrorCode::identity_unavailable, {{"detail", std::move(detail)}});
}

// Refuses more than anybody's keys take: what is taken less than was sent ends the transfer.
std::size_t take(const char* bytes, std::size_t, std::size_t count, void* into) {
  auto& body = *static_cast<std::string*>(into);
  if (body.size() + count > answer_bytes_max) return 0;
  body.append(bytes, count);
  return count;
}

CURL* new_transfer() {
  // Once for the process, before any other thread of ours uses it.
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  ENSURE(ready == CURLE_OK);
  CURL* transfer = curl_easy_init();
  ENSURE(transfer != nullptr);
  return transfer;
}

void set_up(CURL* transfer, const WireQuestion& question, std::string& body, char* why) {
  curl_easy_setopt(transfer, CURLOPT_URL, question.address.c_str());
  curl_easy_setopt(transfer, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(transfer, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(transfer, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  curl_easy_setopt(transfer, CURLOPT_TIMEOUT_MS, answer_ms);
  curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, &take);
  curl_easy_setopt(transfer, CURLOPT_WRITEDATA, &body);
  curl_easy_setopt(transfer, CURLOPT_ERRORBUFFER, why);
  if (!question.form.empty()) curl_easy_setopt(transfer, CURLOPT_POSTFIELDS, question.form.c_str());
  if (question.user.empty()) return;
  curl_easy_setopt(transfer, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
  curl_easy_setopt(transfer, CURLOPT_USERNAME, question.user.c_str());
  curl_easy_setopt(transfer, CURLOPT_PASSWORD, question.password.c_str());
}

}  // namespace

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return out;
}

bool is_safe_address(std::string_view address) {
  if (address.starts_with("https://")) return true;
  constexpr std::string_view scheme = "http://";
  if (!address.starts_with(scheme)) return false;
  const auto authority = address.substr(scheme.size(), address.find('/', scheme.size()) - scheme.size());
  const auto host = authority.substr(0, authority.rfind(':'));
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

Result<WireAnswer> ask_network(const WireQuestion& question) {
  if (!is_safe_address(question.address)) return unavailable("no https: " + question.address);
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> transfer(new_transfer(), &curl_easy_cleanup);
  std::string body;
  std::array<char, CURL_ERROR_SIZE> why{};
  set_up(transfer.get(), question, body, why.data());
  if (const CURLcode done = curl_easy_perform(transfer.get()); done != CURLE_OK)
    return unavailable(why.front() == '\0' ? curl_easy_strerror(done) : why.data());
  long status = 0;
  curl_easy_getinfo(transfer.get(), CURLINFO_RESPONSE_CODE, &status);
  return WireAnswer{static_cast<unsigned>(status), std::move(body)};
}

}  // namespace nucong::oidc
