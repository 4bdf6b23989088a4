// make_data DIR UNITS ELEMENTS QUARTERS: writes the made-up nation as CSV files into DIR, and with it the
// answers that every peer has to give, added up here in plain whole numbers.
//   units.csv            unit,province
//   figures.csv          unit,element,period,value            in the order in which reports would be
//   collected answers_quarter.csv  target,province,numerator,denominator   of the first quarter
//   answers_year.csv     the same of the first four quarters, if there are four
//   answers_total.csv    element,total                           of the nation in the first quarter
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../nation.hpp"

namespace {

using nucong::bench::Nation;

// One line after the other, collected so that a file of 40 million lines is a few thousand writes.
class CsvFile {
 public:
  CsvFile(const std::string& path, std::string_view header) : file_(std::fopen(path.c_str(), "w")) {
    if (file_ == nullptr) throw std::runtime_error("cannot write " + path);
    buffer_.append(header).push_back('\n');
  }
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;
  ~CsvFile() {
    if (file_ != nullptr) std::fclose(file_);
  }

  template <typename... Fields>
  void line(const Fields&... fields) {
    (field(fields), ...);
    buffer_.back() = '\n';
    if (buffer_.size() > full) flush();
  }

  void close() {
    flush();
    if (std::fclose(std::exchange(file_, nullptr)) != 0) throw std::runtime_error("the disk is full");
  }

 private:
  static constexpr std::size_t full = 1 << 18;

  void field(std::string_view text) { buffer_.append(text).push_back(','); }
  void field(std::uint64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    buffer_.append(digits.data(), end).push_back(',');
  }
  void flush() {
    if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size())
      throw std::runtime_error("the disk is full");
    buffer_.clear();
  }

  std::FILE* file_;
  std::string buffer_;
};

// Sums of every element in every province.
class Sums {
 public:
  explicit Sums(const Nation& nation) : cells_(std::size_t{nation.elements} * Nation::provinces) {}

  void add(std::uint32_t element, std::uint32_t province, std::uint64_t value) {
    cells_[std::size_t{element} * Nation::provinces + province] += value;
  }
  std::uint64_t of(std::uint32_t element, std::uint32_t province) const {
    return cells_[std::size_t{element} * Nation::provinces + province];
  }
  std::uint64_t total(std::uint32_t element) const {
    std::uint64_t sum = 0;
    for (std::uint32_t province = 0; province < Nation::provinces; ++province) sum += of(element, province);
    return sum;
  }

 private:
  std::vector<std::uint64_t> cells_;
};

void write_units(const std::string& dir, const Nation& nation) {
  CsvFile units(dir + "/units.csv", "unit,province");
  for (std::uint32_t unit = 0; unit < nation.grassroots; ++unit)
    units.line(std::uint64_t{unit}, std::uint64_t{Nation::province_of(unit)});
  units.close();
}

void write_scorecard(const std::string& path, const Sums& sums) {
  CsvFile answers(path, "target,province,numerator,denominator");
  for (std::uint32_t target = 0; target < Nation::targets; ++target)
    for (std::uint32_t province = 0; province < Nation::provinces; ++province)
      answers.line(std::uint64_t{target}, std::uint64_t{province},
                   sums.of(Nation::numerator(target), province),
                   sums.of(Nation::denominator(target), province));
  answers.close();
}

void write_totals(const std::string& path, const Sums& sums, const Nation& nation) {
  CsvFile answers(path, "element,total");
  for (std::uint32_t element = 0; element < nation.elements; ++element)
    answers.line(std::uint64_t{element}, sums.total(element));
  answers.close();
}

// The figures of one quarter; what belongs to the year is also added to its sums.
void write_quarter(CsvFile& figures, const Nation& nation, std::uint32_t quarter, Sums& sums) {
  const std::string period = Nation::period(quarter);
  for (std::uint32_t unit = 0; unit < nation.grassroots; ++unit) {
    if (!Nation::reported(unit, quarter)) continue;
    for (std::uint32_t element = 0; element < nation.elements; ++element) {
      const std::uint64_t value = Nation::value(unit, element, quarter);
      figures.line(std::uint64_t{unit}, std::uint64_t{element}, period, value);
      sums.add(element, Nation::province_of(unit), value);
    }
  }
}

void write_figures(const std::string& dir, const Nation& nation) {
  CsvFile figures(dir + "/figures.csv", "unit,element,period,value");
  Sums sums(nation);
  for (std::uint32_t quarter = 0; quarter < nation.quarters; ++quarter) {
    write_quarter(figures, nation, quarter, sums);
    if (quarter == 0) {
      write_scorecard(dir + "/answers_quarter.csv", sums);
      write_totals(dir + "/answers_total.csv", sums, nation);
    }
    if (quarter + 1 == Nation::quarters_a_year) write_scorecard(dir + "/answers_year.csv", sums);
  }
  figures.close();
}

std::uint32_t whole(std::string_view text, std::uint32_t least) {
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < least)
    throw std::runtime_error("'" + std::string(text) + "' is no whole number of " + std::to_string(least) +
                             " or more");
  return number;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::runtime_error("usage: make_data DIR UNITS ELEMENTS QUARTERS");
  const std::string dir = argv[1];
  const Nation nation{whole(argv[2], Nation::provinces), whole(argv[3], 2 * Nation::targets),
                      whole(argv[4], 1)};
  write_units(dir, nation);
  write_figures(dir, nation);
  return EXIT_SUCCESS;
} catch (const std::exception& failure) {
  std::fprintf(stderr, "make_data: %s\n", failure.what());
  return EXIT_FAILURE;
}
