// A real database with a clock that stands still, for benchmarks.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/ports.hpp"
#include "bench/nation.hpp"

namespace nucong::bench {

/// A SQLite file that is gone when its user is.
class Database {
 public:
  explicit Database(std::filesystem::path path) : path_(std::move(path)) { remove(); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { remove(); }

  [[nodiscard]] std::string url() const { return "sqlite:" + path_.string(); }
  [[nodiscard]] std::uintmax_t bytes() const { return std::filesystem::file_size(path_); }

 private:
  void remove() const {
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + ending);
  }
  std::filesystem::path path_;
};

/// What use cases need, on the database at `url`. `knowledge` must outlive it.
class OurPorts {
 public:
  OurPorts(const app::Knowledge& knowledge, const std::string& url);
  ~OurPorts();

  [[nodiscard]] const app::Ports& get() const;
  [[nodiscard]] Date today() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Units and the directive with its 20 targets.
void fill_units(const app::Ports& ports, const Nation& nation);
/// The reports of the first so many quarters.
void fill_reports(const app::Ports& ports, const Nation& nation, std::uint32_t quarters);

}  // namespace nucong::bench
