// Times of one piece of work, written the way the peers write theirs: one in milliseconds a line.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace nucong::bench {

class Timer {
 public:
  [[nodiscard]] double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Milliseconds of every run.
template <class Work>
[[nodiscard]] std::vector<double> timed(std::size_t runs, Work&& work) {
  std::vector<double> times;
  times.reserve(runs);
  for (std::size_t run = 0; run < runs; ++run) {
    const Timer timer;
    work(run);
    times.push_back(timer.ms());
  }
  return times;
}

/// Where the run's results are collected: OUT/times/nucong.WORK, OUT/answers/nucong.WORK.csv.
class Results {
 public:
  explicit Results(std::filesystem::path out) : out_(std::move(out)) {
    std::filesystem::create_directories(out_ / "times");
    std::filesystem::create_directories(out_ / "answers");
  }

  void times(const std::string& work, const std::vector<double>& ms) const {
    std::ofstream file(out_ / "times" / ("nucong." + work));
    file.precision(9);
    for (const double one : ms) file << std::fixed << one << '\n';
    if (!file.flush()) throw std::runtime_error("cannot write the times of " + work);
  }
  void answers(const std::string& work, const std::string& csv) const {
    std::ofstream file(out_ / "answers" / ("nucong." + work + ".csv"));
    if (!(file << csv).flush()) throw std::runtime_error("cannot write the answers of " + work);
  }
  /// A figure that is no time: "bytes a figure<TAB>1.9".
  void note(const std::string& what, const std::string& value) const {
    std::ofstream file(out_ / "notes.nucong", std::ios::app);
    if (!(file << what << '\t' << value << '\n').flush())
      throw std::runtime_error("cannot write the note on " + what);
  }
  [[nodiscard]] const std::filesystem::path& folder() const { return out_; }

 private:
  std::filesystem::path out_;
};

}  // namespace nucong::bench
