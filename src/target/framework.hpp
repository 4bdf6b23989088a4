// Target frameworks: the numbered targets of a national or union strategy, as they were issued.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"

namespace nucong::target {

/// A document with targets, each with a value per milestone year. Source: catalogue/frameworks/*.toml.
struct Framework {
  struct Target {
    struct Value {
      int year = 0;
      std::string comparator;  ///< ">=", ">", "=", "<=", "<"
      Decimal value;           ///< in the target's unit
    };

    std::string code;  ///< the document's own number, "3.2"; with a letter where it holds several, "3.2a"
    std::string objective_vi;
    std::string title_vi;
    std::string unit;           ///< as indicator::ValueUnit
    std::string indicator;      ///< code of the indicator that measures it; empty if none does
    std::vector<Value> values;  ///< by year
    bool verified = false;      ///< whether the values were read in the document itself or in a report of it
    std::string source;
  };

  std::string code;  ///< "NQ28"
  std::string title_vi;
  std::string number;  ///< "28/NQ-CP"
  std::string issuer;
  Date date;  ///< of signing
  std::vector<Target> targets;
};

}  // namespace nucong::target
