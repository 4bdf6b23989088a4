#include "http/serve_settings.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

#include "http/setting_values.hpp"

namespace nucong::http {
namespace {

using Value = app::Setting::Value;
using std::chrono::milliseconds;

/// Where a setting goes to; its type says how it is written.
using Field =
    std::variant<std::string ServeOrder::*, bool ServeOrder::*, Hosts ServeOrder::*, std::string TlsFiles::*,
                 std::string app::IdentitySettings::*, std::size_t Limits::*, unsigned Limits::*,
                 milliseconds Limits::*, double Paces::*>;

struct Known {
  std::string_view name;
  Field field;
};

constexpr std::array known = {
    Known{"listen", &ServeOrder::listen},
    Known{"hosts", &ServeOrder::hosts},
    Known{"proxies", &ServeOrder::proxies},
    Known{"without_sign_in", &ServeOrder::without_sign_in},
    Known{"tls.certificate", &TlsFiles::certificate},
    Known{"tls.key", &TlsFiles::key},
    Known{"identity.issuer", &app::IdentitySettings::issuer},
    Known{"identity.client_id", &app::IdentitySettings::client_id},
    Known{"identity.client_secret_file", &app::IdentitySettings::client_secret_file},
    Known{"identity.name", &app::IdentitySettings::name},
    Known{"identity.claim", &app::IdentitySettings::claim},
    Known{"identity.public_address", &app::IdentitySettings::public_address},
    Known{"limits.target_bytes_max", &Limits::target_bytes_max},
    Known{"limits.head_bytes_max", &Limits::head_bytes_max},
    Known{"limits.body_bytes_max", &Limits::body_bytes_max},
    Known{"limits.head_time", &Limits::head_time},
    Known{"limits.body_time", &Limits::body_time},
    Known{"limits.idle_time", &Limits::idle_time},
    Known{"limits.write_time", &Limits::write_time},
    Known{"limits.heartbeat", &Limits::heartbeat},
    Known{"limits.events_time", &Limits::events_time},
    Known{"limits.connections_max", &Limits::connections_max},
    Known{"limits.connections_per_address_max", &Limits::connections_per_address_max},
    Known{"limits.waiting_max", &Limits::waiting_max},
    Known{"limits.threads", &Limits::threads},
    Known{"limits.act_threads", &Limits::act_threads},
    Known{"limits.farewell_time", &Limits::farewell_time},
    Known{"pace.account_per_second", &Paces::account_per_second},
    Known{"pace.account_burst", &Paces::account_burst},
    Known{"pace.place_per_second", &Paces::place_per_second},
    Known{"pace.place_burst", &Paces::place_burst},
};

/// Puts a value where it belongs; what is wrong with it is how it should have been written.
class Put {
 public:
  Put(ServeOrder& order, const Value& value) : order_(order), value_(value) {}

  std::string_view operator()(std::string ServeOrder::*field) const {
    return take<std::string>(order_.*field) ? "" : "\"127.0.0.1:8080\"";
  }
  std::string_view operator()(std::string TlsFiles::*field) const {
    return take<std::string>(order_.tls.*field) ? "" : "\"/etc/nucong/tls.pem\"";
  }
  std::string_view operator()(std::string app::IdentitySettings::*field) const {
    return take<std::string>(order_.identity.*field) ? "" : "\"…\"";
  }
  std::string_view operator()(bool ServeOrder::*field) const {
    return take<bool>(order_.*field) ? "" : "true, false";
  }
  std::string_view operator()(Hosts ServeOrder::*field) const {
    const auto* texts = std::get_if<app::Setting::Texts>(&value_);
    if (texts == nullptr) return "[\"…\", \"…\"]";
    order_.*field = {texts->begin(), texts->end()};
    return {};
  }
  std::string_view operator()(milliseconds Limits::*field) const {
    const auto* text = std::get_if<std::string>(&value_);
    const auto time = text == nullptr ? std::nullopt : time_of(*text);
    if (!time) return "\"250ms\", \"10s\", \"5min\"";
    order_.limits.*field = *time;
    return {};
  }
  std::string_view operator()(std::size_t Limits::*field) const {
    const auto* text = std::get_if<std::string>(&value_);
    const auto count = text == nullptr ? whole(std::numeric_limits<std::uint32_t>::max()) : size_of(*text);
    if (!count) return "1024, \"64KiB\"";
    order_.limits.*field = *count;
    return {};
  }
  std::string_view operator()(unsigned Limits::*field) const {
    constexpr std::size_t threads_max = 256;
    const auto count = whole(threads_max);
    if (!count) return "1 - 256";
    order_.limits.*field = static_cast<unsigned>(*count);
    return {};
  }
  std::string_view operator()(double Paces::*field) const {
    const auto* whole_number = std::get_if<std::int64_t>(&value_);
    const auto* number = std::get_if<double>(&value_);
    if (whole_number == nullptr && number == nullptr) return "20, 0.5";
    const double pace = number == nullptr ? static_cast<double>(*whole_number) : *number;
    constexpr double pace_max = 1e9;
    if (!(pace >= 0 && pace <= pace_max)) return "20, 0.5";
    order_.paces.*field = pace;
    return {};
  }

 private:
  template <class T>
  [[nodiscard]] bool take(T& into) const {
    const T* given = std::get_if<T>(&value_);
    if (given != nullptr) into = *given;
    return given != nullptr;
  }
  [[nodiscard]] std::optional<std::size_t> whole(std::size_t most) const {
    const auto* number = std::get_if<std::int64_t>(&value_);
    if (number == nullptr || *number < 1 || static_cast<std::uint64_t>(*number) > most) return std::nullopt;
    return static_cast<std::size_t>(*number);
  }

  ServeOrder& order_;
  const Value& value_;
};

// How many letters must be typed, left out or exchanged to make one word of the other.
std::size_t difference(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t exchanged = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({exchanged, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

// A name that is right but for its table counts as one slip.
std::size_t slips(std::string_view typed, std::string_view name) {
  const auto bare = [](std::string_view full) { return full.substr(full.find('.') + 1); };
  return std::min(difference(typed, name), difference(bare(typed), bare(name)) + 1);
}

std::string nearest(std::string_view typed) {
  constexpr std::size_t slips_max = 4;
  const auto by_slips = [&](const Known& one) { return slips(typed, one.name); };
  const auto& best = *std::ranges::min_element(known, {}, by_slips);
  return by_slips(best) <= slips_max ? std::string(best.name) : std::string{};
}

Result<> set_one(ServeOrder& order, const app::Setting& setting) {
  const auto at = std::ranges::find(known, setting.name, &Known::name);
  if (at == known.end())
    return fail(ErrorCode::setting_unknown, {{"name", setting.name}, {"nearest", nearest(setting.name)}})
        .at(setting.place);
  const std::string_view expected = std::visit(Put(order, setting.value), at->field);
  if (expected.empty()) return ok();
  return fail(ErrorCode::setting_malformed,
              {{"name", setting.name}, {"text", shown(setting.value)}, {"expected", std::string(expected)}})
      .at(setting.place);
}

}  // namespace

std::vector<std::string_view> serve_setting_names() {
  std::vector<std::string_view> names;
  for (const auto& one : known) names.push_back(one.name);
  return names;
}

Result<> set(ServeOrder& order, std::span<const app::Setting> settings) {
  ServeOrder changed = order;
  std::vector<Error> faults;
  for (const auto& setting : settings)
    if (const auto done = set_one(changed, setting); done.has_error()) faults.push_back(done.error());
  if (faults.size() == 1) return faults.front();
  if (!faults.empty())
    return fail(ErrorCode::settings_rejected, {{"count", std::to_string(faults.size())}})
        .at({faults.front().place().file, 0, {}})
        .with_causes(std::move(faults));
  order = std::move(changed);
  return ok();
}

}  // namespace nucong::http
