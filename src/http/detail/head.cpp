#include "http/detail/head.hpp"

#include <array>
#include <ctime>

#include <fmt/format.h>

#include "base/error.hpp"

namespace nucong::http::detail {
namespace {

std::string_view reason(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 507:
      return "Insufficient Storage";
    default:
      return "Status";
  }
}

// RFC 9110 wants the date of every answer; it is of the machine, not the day of the nation's figures.
std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days.at(static_cast<std::size_t>(utc.tm_wday)),
                     utc.tm_mday, months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900,
                     utc.tm_hour, utc.tm_min, utc.tm_sec);
}

// Data no browser shall run, frame or send on; a page may load what is ours, and nothing inline.
constexpr std::string_view policy_of_data =
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors "
    "'none'\r\n";
constexpr std::string_view policy_of_pages =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action "
    "'self'; frame-ancestors 'none'\r\n";
constexpr std::string_view safety =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

}  // namespace

std::string head_of(const Response& response, std::string_view request_id, Afterwards afterwards) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\nRequest-Id: {}\r\n", response.status,
                                 reason(response.status), now(), request_id);
  for (const auto& field : response.fields) {
    ENSURE((field.name + field.value).find_first_of("\r\n") == std::string::npos);
    head += field.name + ": " + field.value + "\r\n";
  }
  if (response.status != 304 && !response.events)
    head += fmt::format("Content-Length: {}\r\n", response.body.size());
  head += response.is_page ? policy_of_pages : policy_of_data;
  head += safety;
  head += afterwards == Afterwards::close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
  return head;
}

}  // namespace nucong::http::detail
