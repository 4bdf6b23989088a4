// Sends the reports of all made-up unions for one period after another.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "app/ports.hpp"
#include "demo/conduct.hpp"

namespace nucong::demo {

class Reporting {
 public:
  /// Both must outlive this.
  Reporting(const app::Ports& ports, const std::vector<Reporter>& reporters);

  /// First versions, then the corrections, each in several acts. Errors: those of Database.
  [[nodiscard]] Result<> send(const Period& period);

  [[nodiscard]] std::size_t reports() const { return reports_; }
  [[nodiscard]] std::size_t figures() const { return figures_; }

 private:
  enum class Pass : std::uint8_t { first_versions, corrections };

  [[nodiscard]] const Packing* packing(std::string_view kind, PeriodKind period);
  [[nodiscard]] Result<> send_pass(const Period& period, Pass pass);
  void add(const Reporter& reporter, const Period& period, const Packing& packing, const Conduct& conduct,
           Pass pass);
  [[nodiscard]] Result<> flush();

  const app::Ports& ports_;
  const std::vector<Reporter>& reporters_;
  Date today_;
  std::map<std::pair<std::string_view, PeriodKind>, std::optional<Packing>> packings_;
  std::vector<app::StoredReport> batch_;
  std::size_t reports_ = 0;
  std::size_t figures_ = 0;
};

}  // namespace nucong::demo
