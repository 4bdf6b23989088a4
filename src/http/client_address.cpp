#include "http/client_address.hpp"

#include <array>

#include <arpa/inet.h>

#include "base/text.hpp"

namespace nucong::http {
namespace {

std::string_view without_mapping(std::string_view address) {
  constexpr std::string_view mapped = "::ffff:";
  return address.starts_with(mapped) && address.find('.') != std::string_view::npos
             ? address.substr(mapped.size())
             : address;
}

}  // namespace

bool is_loopback(std::string_view address) {
  return without_mapping(address).starts_with("127.") || address == "::1";
}

std::string client_address(const std::string& peer, std::string_view forwarded, const Addresses& trusted) {
  std::string client = peer;
  while (!forwarded.empty() && trusted.contains(client)) {
    const auto comma = forwarded.rfind(',');
    const auto last = trimmed(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1));
    if (last.empty() || last.size() > INET6_ADDRSTRLEN) break;
    client = std::string(last);
    forwarded = comma == std::string_view::npos ? std::string_view{} : forwarded.substr(0, comma);
  }
  return client;
}

std::string place_of(const std::string& address) {
  in6_addr bytes{};
  if (::inet_pton(AF_INET6, address.c_str(), &bytes) != 1) return address;
  const auto plain = without_mapping(address);
  if (plain.size() != address.size()) return std::string(plain);
  for (std::size_t i = 8; i < 16; ++i) bytes.s6_addr[i] = 0;
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, &bytes, text.data(), text.size());
  return std::string(text.data()) + "/64";
}

}  // namespace nucong::http
