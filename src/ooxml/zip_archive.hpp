// A zip file held in memory, unpacked as if it were meant to do harm.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;

namespace nucong::ooxml {

/// What the first bytes of a file say it is.
enum class Container : std::uint8_t {
  none,
  zip,
  compound  ///< OLE: an encrypted package, or a file older than 2007
};
[[nodiscard]] Container container_of(std::string_view bytes);

/// Why a compound file cannot be read: `package.encrypted`, or `package.old_format` with param `expected`,
/// the format in which to save it anew.
[[nodiscard]] Error refused_compound(std::string_view bytes, std::string expected);

/// Counted on what comes out of the decompressor, never on what the headers claim.
struct ZipLimits {
  std::uint64_t entries_max = 2'000;
  std::uint64_t entry_bytes_max = 128ULL << 20;
  std::uint64_t total_bytes_max = 256ULL << 20;
  std::uint64_t ratio_max = 200;
  std::uint64_t ratio_from_bytes = 1ULL << 20;  ///< small entries may be as dense as they like
};

class ZipArchive {
 public:
  /// `bytes` begin as a zip and must outlive the archive. Errors: `package.truncated`, `package.damaged`,
  /// `package.too_large`.
  [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes, const ZipLimits& limits);

  /// Part names are compared without case, as packages do.
  [[nodiscard]] bool has(const std::string& name) const;

  /// Unpacks one entry. Errors: `package.damaged` with param `part` (also where there is none),
  /// `package.encrypted`, `package.too_large` with param `what`.
  [[nodiscard]] Result<std::string> read(const std::string& name);

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  ZipArchive(zip* archive, std::uint64_t bytes_size, const ZipLimits& limits)
      : archive_(archive), bytes_size_(bytes_size), limits_(limits) {}

  [[nodiscard]] Result<> check_size(std::uint64_t unpacked, std::uint64_t packed) const;

  std::unique_ptr<zip, Discard> archive_;
  std::uint64_t bytes_size_;
  ZipLimits limits_;
  std::uint64_t total_bytes_ = 0;
};

}  // namespace nucong::ooxml
