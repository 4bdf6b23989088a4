#include "http/replay.hpp"

#include <array>
#include <fstream>

#include "account/totp.hpp"
#include "files/files.hpp"
#include "secrets/system_secrets.hpp"

namespace nucong::http_cases {
namespace {

constexpr std::array fields_shown = {"Content-Type",        "Allow",       "Retry-After", "Link",
                                     "Content-Disposition", "Nucong-Tree", "Nucong-Next", "Cache-Control"};
constexpr std::size_t long_bytes = 20'000;

// What a telephone shows that holds this secret.
std::string code_now(const std::string& secret) {
  secrets::SystemSecrets system;
  const auto hmac = [&](std::string_view key, std::string_view text) { return system.hmac_sha1(key, text); };
  return account::totp_code(account::bytes_of_base32(secret).value_or(""),
                            account::totp_step(files::SystemClock().now()), hmac);
}

}  // namespace

Replay::Replay(const Served& served) : served_(served) {
  known_["long"] = std::string(long_bytes, 'x');
  const auto& printed = served.printed();
  if (const auto at = printed.find('#'); at != std::string::npos)
    known_["link"] = printed.substr(at + 1, printed.find_first_of(" \n", at) - at - 1);
}

std::string Replay::of(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string request;
  bool asking = true;
  for (std::string line; std::getline(in, line);) {
    if (asking && line == "---") {
      add_exchange(request);
      request.clear();
      asking = false;
    } else if (line == "===") {
      asking = true;
    } else if (asking) {
      request += line + "\n";
    }
  }
  return std::move(text_);
}

void Replay::learn(const Written& written, const std::string& head, const std::string& body) {
  known_["etag"] = field_of(head, "ETag");
  if (!head.starts_with("HTTP/1.1 2")) return;
  for (const char* name : {"link", "token", "revision", "account", "secret"})
    if (auto value = member_of(body, name); !value.empty()) known_[name] = value;
  if (!member_of(body, "secret").empty()) known_["code"] = code_now(known_["secret"]);
  const std::string codes = "\"recovery_codes\": [\"";
  if (const auto at = body.find(codes); at != std::string::npos)
    known_["recovery"] =
        body.substr(at + codes.size(), body.find('"', at + codes.size()) - at - codes.size());
  if (const auto cookie = field_of(head, "Set-Cookie"); !cookie.empty())
    sessions_[written.as] = cookie.substr(0, cookie.find(';'));
}

void Replay::add_exchange(const std::string& request) {
  const Written written = read_request(request, known_);
  const auto session = sessions_.find(written.as);
  const std::string answer = served_.ask(
      bytes_of(written, session == sessions_.end() ? std::string() : session->second), written.events);
  const auto blank = answer.find("\r\n\r\n");
  const std::string head = answer.substr(0, blank == std::string::npos ? blank : blank + 2);
  if (!text_.empty()) text_ += "===\n";
  text_ += request + "---\n" + (head.size() > 12 ? head.substr(9, 3) : "no answer") + "\n";
  for (const char* name : fields_shown)
    if (const auto value = field_of(head, name); !value.empty()) text_ += name + (": " + value) + "\n";
  text_ += "---\n";
  if (blank == std::string::npos) return;
  text_ += laid_out(answer.substr(blank + 4), written.lines);
  learn(written, head, answer.substr(blank + 4));
}

}  // namespace nucong::http_cases
