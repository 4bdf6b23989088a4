#include "cli/progress.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

namespace nucong::cli {
namespace {

class Silent final : public app::Progress {
 public:
  void begin(std::string_view, std::size_t) override {}
  void advance(std::size_t) override {}
  void end() override {}
};

class Bar final : public app::Progress {
 public:
  Bar(std::FILE* err, const app::Words& words) : err_(err), words_(words) {}

  void begin(std::string_view label, std::size_t total) override {
    label_ = words_.text(label);
    total_ = total;
    done_ = 0;
    shown_ = false;
    started_ = drawn_ = Clock::now();
  }

  void advance(std::size_t by) override {
    done_ += by;
    if (++calls_ % calls_per_look != 0 && done_ < total_) return;
    const auto now = Clock::now();
    if (now - started_ < patience || now - drawn_ < redraw) return;
    drawn_ = now;
    draw();
  }

  void end() override {
    if (shown_) fmt::print(err_, "\r\x1b[K");
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr auto patience = std::chrono::seconds{1};
  static constexpr auto redraw = std::chrono::milliseconds{100};
  static constexpr std::size_t calls_per_look = 64;  // reading the clock costs more than most steps

  void draw() {
    constexpr std::size_t cells = 30;
    const std::size_t full = total_ > 0 ? std::min(cells, done_ * cells / total_) : 0;
    std::string bar;
    for (std::size_t i = 0; i < cells; ++i) bar += i < full ? "█" : "░";
    const auto percent = total_ > 0 ? fmt::format("{} %", std::min<std::size_t>(100, done_ * 100 / total_))
                                    : fmt::format("{}", done_);
    fmt::print(err_, "\r{} {} {}\x1b[K", label_, bar, percent);
    std::fflush(err_);
    shown_ = true;
  }

  std::FILE* err_;
  const app::Words& words_;
  std::string label_;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
  std::size_t calls_ = 0;
  bool shown_ = false;
  Clock::time_point started_;
  Clock::time_point drawn_;
};

}  // namespace

std::unique_ptr<app::Progress> make_progress(std::FILE* err, bool is_terminal, const app::Words& words) {
  if (!is_terminal) return std::make_unique<Silent>();
  return std::make_unique<Bar>(err, words);
}

}  // namespace nucong::cli
